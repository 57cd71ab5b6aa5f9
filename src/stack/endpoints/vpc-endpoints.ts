import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpointType } from "../../model/types/vpc-endpoints.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type EndpointNeeds = Pick<
  NetworkMade,
  "vpc" | "subnets" | "routeTables" | "securityGroups" | "securityGroupRules"
>;

/** Makes the VPC endpoints. */
export function addVpcEndpoints(scope: Construct, network: Network, made: EndpointNeeds): void {
  for (const endpoint of network.vpcEndpoints) {
    const { name, displayName, serviceName, ipAddressType, dnsRecordIpType, policy, type, tags } = endpoint;
    new VpcEndpoint(scope, terraformAddress("aws_vpc_endpoint", name), {
      vpcId: made.vpc.id,
      serviceName,
      ipAddressType,
      ...omitNull({ dnsOptions: dnsRecordIpType === null ? null : { dnsRecordIpType }, policy }),
      ...typeArguments(type, made),
      tags: withNameTag(displayName, tags),
    });
  }
}

function typeArguments(type: VpcEndpointType, made: EndpointNeeds) {
  switch (type.kind) {
    case "gateway":
      return {
        vpcEndpointType: "Gateway",
        routeTableIds: type.routeTables.map((id) => resourceFor(made.routeTables, id).id),
      };
    case "interface":
      return {
        vpcEndpointType: "Interface",
        subnetIds: type.subnets.map((id) => resourceFor(made.subnets, id).id),
        securityGroupIds: type.securityGroups.map((name) => resourceFor(made.securityGroups, name).id),
        privateDnsEnabled: type.privateDnsEnabled,
        ...waitFor(rulesOfGroups(made, type.securityGroups)),
      };
    default:
      return assertNever(type);
  }
}
