import { BEST_SUBNET_IPV6_LENGTH, isAllowedLength, subnetIpv6Lengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** /64 is what everybody, and most software, expects of a subnet. */
export const subnetIpv6PrefixNot64: Rule<"subnet-ipv6-prefix-not-64"> = {
  id: "subnet-ipv6-prefix-not-64",
  severity: "warning",
  title: "Subnets' IPv6 blocks are /64.",
  why: "AWS takes larger subnets, but a /64 already has more addresses than anybody can use. A larger one gains nothing and leaves fewer subnets: a /56 holds 256 of /64, and 16 of /60. It also cannot be changed later: AWS replaces the subnet.",
  sources: [addressingFacts.subnetPrefix64IsBestPractice, addressingFacts.subnetIpv6PrefixLengths],
  check(network, report) {
    const { path, ipv6PrefixLength: length } = network.plan;
    const blocks = tiersWithIpv6(network.tiers).map(({ ipv6Block }) =>
      ipv6Blocks(network.vpc).find(({ id }) => id === ipv6Block),
    );
    const fits = blocks.some((block) => block !== undefined && block.length <= length);
    if (!fits || length === BEST_SUBNET_IPV6_LENGTH || !isAllowedLength(length, subnetIpv6Lengths)) return;
    report(
      [...path, "ipv6PrefixLength"],
      `subnets get a /${length}`,
      `write ${BEST_SUBNET_IPV6_LENGTH}, or leave it out`,
    );
  },
};
