import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import type {
  InterfaceVpcEndpoint,
  VpcEndpoint as WrittenEndpoint,
} from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

const { text, flag, texts } = fieldsOf<VpcEndpoint>();

/** What a blueprint says of an interface endpoint. */
export const interfaceEndpointArguments = {
  privateDnsEnabled: unless(true, flag("private_dns_enabled", "PrivateDnsEnabled", false)),
} satisfies ArgumentsOf<InterfaceVpcEndpoint>;

/** What a blueprint says of an endpoint of any type; left to the blueprint, IPv4 alone becomes what the tiers can have. */
export const vpcEndpointArguments = {
  ipAddressType: said(text("ip_address_type", "IpAddressType", "ipv4"), (type) =>
    type === "dualstack" || type === "ipv6" ? type : undefined,
  ),
} satisfies ArgumentsOf<WrittenEndpoint>;

/** What import reads of an endpoint of any type. */
export const vpcEndpointFields = {
  ...interfaceEndpointArguments,
  ...vpcEndpointArguments,
  serviceName: text("service_name", "ServiceName", ""),
  type: text("vpc_endpoint_type", "VpcEndpointType", "Gateway"),
  routeTableIds: texts("route_table_ids", "RouteTableIds", []),
  subnetIds: texts("subnet_ids", "SubnetIds", []),
  securityGroupIds: texts("security_group_ids", ({ Groups }) => Groups?.map(({ GroupId }) => GroupId), []),
};
