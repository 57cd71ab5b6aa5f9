import {
  formatLengths,
  isAllowedLength,
  nearestLength,
  subnetIpv4Lengths,
  vpcIpv4Lengths,
} from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, networkOf } from "../../base/prefix.ts";
import { ipv4Blocks, MAIN_BLOCK } from "../../model/addressing/vpc.ts";
import { explicitIpv4Subnets } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Report, Rule } from "../rule.ts";

/** AWS takes /16 to /28 for a subnet, and no subnet is larger than its VPC's block. */
export const subnetIpv4PrefixLength: Rule<"subnet-ipv4-prefix-length"> = {
  id: "subnet-ipv4-prefix-length",
  severity: "error",
  title: "Subnets' IPv4 blocks are /16 to /28, and not larger than the VPC's.",
  why: "EC2 refuses a subnet block of any other length. A subnet cannot be larger than the block it is cut from.",
  sources: [addressingFacts.subnetIpv4PrefixLengths],
  check(network, report) {
    for (const { ipv4 } of explicitIpv4Subnets(network)) {
      if (isAllowedLength(ipv4.cidr.prefix.length, subnetIpv4Lengths)) continue;
      const { text, prefix } = ipv4.cidr;
      const length = nearestLength(subnetIpv4Lengths, prefix.length);
      report(
        ipv4.path,
        `subnet block "${text}" is refused: AWS takes ${formatLengths(subnetIpv4Lengths)}`,
        `write "${formatPrefix(networkOf({ ...prefix, length }))}"`,
      );
    }
    checkPlan(network, report);
  },
};

/** Tiers that the plan has no room for have no subnets. */
function checkPlan(network: Network, report: Report): void {
  const { path, ipv4PrefixLength: length } = network.plan;
  for (const tier of network.tiers) {
    const block = ipv4Blocks(network.vpc).find(({ id }) => id === tier.ipv4Block);
    if (block === undefined) continue;
    const size = block.length;
    if (!isAllowedLength(size, vpcIpv4Lengths) || size <= length) continue;
    report(
      block.id === MAIN_BLOCK ? [...path, "ipv4PrefixLength"] : [...tier.path, "ipv4Block"],
      `subnets of /${length} cannot be cut from block "${block.cidr?.text ?? `/${size}`}"`,
      "write a longer network.addressPlan.ipv4PrefixLength, or the tier's ipv4Cidrs",
    );
  }
}
