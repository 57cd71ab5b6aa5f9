import type { TransitGatewayVpcAttachment } from "@aws-sdk/client-ec2";
import type { TransitGatewayAttachment } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, unless } from "./field.ts";

/** An attachment, and whether it is in the default tables of its gateway; undefined: AWS does not tell, for the gateway is another account's. */
export interface ToldAttachment extends TransitGatewayVpcAttachment {
  readonly isAssociated?: boolean | undefined;
  readonly isPropagated?: boolean | undefined;
}

const { text, flag, optOut, texts } = fieldsOf<ToldAttachment>();

/** What a blueprint says of an attachment beside its gateway and subnets. */
export const attachmentArguments = {
  ipv6Support: unless(
    "enable",
    text("ipv6_support", ({ Options }) => Options?.Ipv6Support, "disable"),
  ),
  dnsSupport: unless(
    "enable",
    text("dns_support", ({ Options }) => Options?.DnsSupport, "enable"),
  ),
  applianceModeSupport: unless(
    "disable",
    text("appliance_mode_support", ({ Options }) => Options?.ApplianceModeSupport, "disable"),
  ),
  securityGroupReferencingSupport: unless(
    "enable",
    text(
      "security_group_referencing_support",
      ({ Options }) => Options?.SecurityGroupReferencingSupport,
      "enable",
    ),
  ),
  defaultRouteTablePropagation: optOut(
    "transit_gateway_default_route_table_propagation",
    ({ isPropagated }) => isPropagated,
  ),
} satisfies ArgumentsOf<TransitGatewayAttachment>;

/** What import reads of an attachment. */
export const attachmentFields = {
  ...attachmentArguments,
  gatewayId: text("transit_gateway_id", "TransitGatewayId", ""),
  subnetIds: texts("subnet_ids", "SubnetIds", []),
  isAssociatedByDefault: flag(
    "transit_gateway_default_route_table_association",
    ({ isAssociated }) => isAssociated,
    true,
  ),
};
