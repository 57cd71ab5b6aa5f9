import { isAllowedLength, subnetIpv4Lengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { overlaps } from "../../base/prefix.ts";
import { explicitIpv4Subnets, isExplicit } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Two subnets never share an IPv4 address. */
export const subnetIpv4Overlap: Rule<"subnet-ipv4-overlap"> = {
  id: "subnet-ipv4-overlap",
  severity: "error",
  title: "Subnets' IPv4 blocks do not overlap.",
  why: "EC2 refuses a subnet whose block overlaps another one of the VPC. Blocks written under ipv4Cidrs can meet those that the address plan cuts: leave a slot free for them, or take them from an additional block.",
  sources: [addressingFacts.subnetBlocksMustNotOverlap],
  check(network, report) {
    const all = network.tiers.flatMap(({ subnets }) => subnets);
    const explicit = explicitIpv4Subnets(network).filter(({ ipv4 }) =>
      isAllowedLength(ipv4.cidr.prefix.length, subnetIpv4Lengths),
    );
    for (const { id, ipv4 } of explicit) {
      // Of two written blocks the later one gives way; a planned one cannot.
      const other = all.find(
        (candidate) =>
          candidate.ipv4?.cidr != null &&
          (!isExplicit(candidate.ipv4) || candidate.id < id) &&
          overlaps(candidate.ipv4.cidr.prefix, ipv4.cidr.prefix),
      );
      if (other === undefined) continue;
      const [tier, zone] = [other.tier, other.zone.letter];
      report(
        ipv4.path,
        `block "${ipv4.cidr.text}" overlaps "${other.ipv4?.cidr?.text}" of tier "${tier}" in zone ${zone}`,
      );
    }
  },
};
