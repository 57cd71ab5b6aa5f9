import { addressingFacts } from "../../aws/facts/addressing.ts";
import { ipv4Blocks, ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Network } from "../../model/types/network.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A tier's slot lies within the VPC. */
export const slotOutOfRange: Rule<"slot-out-of-range"> = {
  id: "slot-out-of-range",
  severity: "error",
  title: "A tier's slot lies within the blocks it is cut from.",
  why: "The address plan cuts the VPC's blocks into slots of equal size, one for each tier. A slot beyond the last one lies outside the VPC, where no subnet can be. The smaller of the two families decides how many there are.",
  sources: [addressingFacts.subnetBlockWithinVpc],
  check(network, report) {
    const { plan } = network;
    for (const tier of network.tiers.filter(({ slot, slotCount }) => slot >= slotCount)) {
      if (tier.slotCount > 0) {
        const hint = tier.slotCount === 1 ? "write slot: 0" : `write a slot from 0 to ${tier.slotCount - 1}`;
        report(
          [...tier.path, "slot"],
          `slot ${tier.slot} of tier "${tier.name}" is outside the address plan, which has ${tier.slotCount} for it`,
          hint,
        );
      } else if (!isTooShort(network, tier)) {
        report(
          [...plan.path, "zonesPerTier"],
          `the VPC has no room for ${plan.zonesPerTier} subnets of one tier: /${plan.ipv4PrefixLength} in IPv4, /${plan.ipv6PrefixLength} in IPv6`,
          "take a larger VPC block, smaller subnets, or fewer zones for each tier",
        );
      }
    }
  },
};

/** True when subnets are larger than the block itself, which the rules on prefix lengths report. */
function isTooShort({ plan, vpc }: Network, tier: Tier): boolean {
  const ipv4 = ipv4Blocks(vpc).find(({ id }) => id === tier.ipv4Block);
  const ipv6 = ipv6Blocks(vpc).find(({ id }) => id === tier.ipv6Block);
  return (
    (ipv4 !== undefined && plan.ipv4PrefixLength < ipv4.length) ||
    (ipv6 !== undefined && plan.ipv6PrefixLength < ipv6.length)
  );
}
