import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { contains, parsePrefix } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { TargetAttachment } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** IPv6 targets are near. */
export const ipv6TargetOutsideVpc: Rule<"ipv6-target-outside-vpc"> = {
  id: "ipv6-target-outside-vpc",
  severity: "warning",
  title: "An IPv6 address among the targets lies in the VPC, or in a peered one.",
  why: "A load balancer reaches IPv6 targets in the IPv6 blocks of its own VPC and of VPCs that are peered with it; Elastic Load Balancing refuses others. An IPv4 target may lie anywhere in private addresses, which is what availabilityZone: all is for.",
  sources: [loadBalancingFacts.ipv6TargetAddresses],
  check(network, report) {
    if (network.vpcPeeringConnections.length > 0) return;
    for (const { targets } of network.targetGroups.filter(({ ipAddressType }) => ipAddressType === "ipv6")) {
      for (const attachment of targets.attachments) {
        if (attachment.target.kind !== "address" || !isOutside(network, attachment)) continue;
        report(
          [...attachment.path, "address"],
          `target ${attachment.target.address} is not in the VPC, and the blueprint has no peered one`,
          "write a peering connection, or an address of the VPC",
        );
      }
    }
  },
};

/** The author says so, or the VPC's blocks are known and do not hold it. */
function isOutside({ vpc }: Network, { target, availabilityZone }: TargetAttachment): boolean {
  if (availabilityZone === "all") return true;
  const address = target.kind === "address" ? parsePrefix(`${target.address}/128`) : null;
  const known = ipv6Blocks(vpc).map(({ source }) => (source.kind === "byoip" ? source.cidr.prefix : null));
  return address !== null && known.every((block) => block !== null && !contains(block, address));
}
