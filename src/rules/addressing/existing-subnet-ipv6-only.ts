import { addressingFacts } from "../../aws/facts/addressing.ts";
import { whatIsThere } from "../../model/migration/what-is-there.ts";
import type { Rule } from "../rule.ts";

/** No subnet becomes IPv6-only. */
export const existingSubnetIpv6Only: Rule<"existing-subnet-ipv6-only"> = {
  id: "existing-subnet-ipv6-only",
  severity: "warning",
  title: "A migration makes no subnet IPv6-only that was there before.",
  why: "AWS has no way to take IPv4 from a subnet: Terraform would delete the subnet, with everything in it, and make a new one. The way is a new tier that is ipv6-only, into which hosts are moved by making them anew there. Where the subnet is IPv6-only already, which the blueprint cannot tell, accept this.",
  sources: [addressingFacts.noWayToIpv6OnlySubnet],
  check(network, report) {
    if (network.migration === null) return;
    const there = whatIsThere(network);
    for (const { name, path, addressing, subnets } of network.tiers) {
      const old = subnets.find(({ id }) => there.has("aws_subnet", id));
      if (addressing !== "ipv6-only" || old === undefined) continue;
      report(
        [...path, "addressing"],
        `subnet "${old.id}" of tier "${name}" was there before and cannot become IPv6-only`,
        "write dual-stack, and add a tier of its own for IPv6-only hosts",
      );
    }
  },
};
