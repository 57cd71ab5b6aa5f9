import { addressingFacts } from "../../aws/facts/addressing.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Subnets get IPv6 from their VPC. */
export const ipv6WithoutVpcBlock: Rule<"ipv6-without-vpc-block"> = {
  id: "ipv6-without-vpc-block",
  severity: "error",
  title: "A tier with IPv6 stands in a VPC with an IPv6 block.",
  why: "A subnet's IPv6 block is cut from one of its VPC's. The VPC here has none of its own (ipv6: none), and the tier names no additional one.",
  sources: [addressingFacts.vpcKeepsIpv4, addressingFacts.ipv6OnlySubnetNeedsIpv6Block],
  check(network, report) {
    const [additional] = network.vpc.additionalIpv6;
    const hint =
      additional === undefined
        ? "write network.vpc.ipv6: { amazonProvided: {} }"
        : `write ipv6Block: ${additional.id}, or network.vpc.ipv6: { amazonProvided: {} }`;
    for (const { name, path, addressing, ipv6Block } of tiersWithIpv6(network.tiers)) {
      if (ipv6Block !== null) continue;
      report(
        [...path, "addressing"],
        `tier "${name}" is ${addressing}, but the VPC has no IPv6 block for it`,
        hint,
      );
    }
  },
};
