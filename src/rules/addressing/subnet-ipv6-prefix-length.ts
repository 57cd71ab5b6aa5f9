import {
  formatLengths,
  isAllowedLength,
  subnetIpv6Lengths,
  vpcIpv6Lengths,
} from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { ipv6Blocks, MAIN_BLOCK } from "../../model/addressing/vpc.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** AWS takes every fourth length from /44 to /64 for a subnet, and no subnet is larger than its VPC's block. */
export const subnetIpv6PrefixLength: Rule<"subnet-ipv6-prefix-length"> = {
  id: "subnet-ipv6-prefix-length",
  severity: "error",
  title: "Subnets' IPv6 blocks are /44 to /64 in steps of 4, and not larger than the VPC's.",
  why: "EC2 refuses a subnet block of any other length, and the provider does not check it: terraform validate and plan pass, and apply fails halfway. A subnet cannot be larger than the block it is cut from.",
  sources: [addressingFacts.subnetIpv6PrefixLengths, addressingFacts.providerPassesSubnetIpv6Length],
  check(network, report) {
    const { path, ipv6PrefixLength: length } = network.plan;
    const tiers = tiersWithIpv6(network.tiers);
    const planPath = [...path, "ipv6PrefixLength"];
    if (tiers.length > 0 && !isAllowedLength(length, subnetIpv6Lengths)) {
      const taken = formatLengths(subnetIpv6Lengths);
      report(planPath, `an IPv6 block of /${length} is refused: AWS takes ${taken} for a subnet`, "write 64");
      return;
    }
    for (const tier of tiers) {
      const block = ipv6Blocks(network.vpc).find(({ id }) => id === tier.ipv6Block);
      if (block === undefined || !isAllowedLength(block.length, vpcIpv6Lengths) || block.length <= length)
        continue;
      const at = block.id === MAIN_BLOCK ? planPath : [...tier.path, "ipv6Block"];
      report(
        at,
        `subnets of /${length} cannot be cut from the VPC's block of /${block.length}`,
        "write ipv6PrefixLength: 64",
      );
    }
  },
};
