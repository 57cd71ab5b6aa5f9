import { VpnGateway } from "@cdktf/provider-aws/lib/vpn-gateway/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { Identified, Made, VpcMade } from "../resources.ts";

/** Makes the virtual private gateways, attached to the VPC. By name. */
export function addVirtualPrivateGateways(
  scope: Construct,
  network: Network,
  { vpc }: VpcMade,
): Made<Identified> {
  return new Map(
    network.virtualPrivateGateways.map(({ name, displayName, amazonSideAsn, tags }) => {
      const gateway = new VpnGateway(scope, terraformAddress("aws_vpn_gateway", name), {
        vpcId: vpc.id,
        tags: withNameTag(displayName, tags),
        ...omitNull({ amazonSideAsn: amazonSideAsn === null ? null : String(amazonSideAsn) }),
      });
      return [name, gateway] as const;
    }),
  );
}
