import { addressingFacts } from "../../aws/facts/addressing.ts";
import { isExplicit } from "../../model/lookup.ts";
import type { Subnet } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** Two subnets never share an IPv6 address. */
export const subnetIpv6Overlap: Rule<"subnet-ipv6-overlap"> = {
  id: "subnet-ipv6-overlap",
  severity: "error",
  title: "Subnets' IPv6 blocks do not overlap.",
  why: "EC2 refuses a subnet whose block is another one's of the VPC. A number written under ipv6Numbers can be one that the address plan gives: a tier on slot 2 has the numbers from 2 times zonesPerTier on.",
  sources: [addressingFacts.subnetBlocksMustNotOverlap],
  check({ tiers }, report) {
    const all = tiers.flatMap(({ subnets }) => subnets);
    for (const subnet of all) {
      const { ipv6 } = subnet;
      if (ipv6 === null || !isExplicit(ipv6)) continue;
      const other = all.find((candidate) => givesWay(subnet, candidate));
      if (other === undefined) continue;
      const [tier, zone] = [other.tier, other.zone.letter];
      report(ipv6.path, `number ${ipv6.number} is that of tier "${tier}" in zone ${zone} too`);
    }
  },
};

/** Of two written numbers the later one gives way; a planned one cannot. */
function givesWay({ id, ipv6 }: Subnet, other: Subnet): boolean {
  if (ipv6 === null || other.ipv6 === null || other.id === id) return false;
  const isSame = other.ipv6.block === ipv6.block && other.ipv6.number === ipv6.number;
  return isSame && (!isExplicit(other.ipv6) || other.id < id);
}
