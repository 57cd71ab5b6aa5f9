import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Hosts of an IPv6-only subnet get their one address from it. */
export const ipv6OnlySubnetWithoutAssignment: Rule<"ipv6-only-subnet-without-assignment"> = {
  id: "ipv6-only-subnet-without-assignment",
  severity: "warning",
  title: "An IPv6-only tier assigns IPv6 addresses on creation.",
  why: "Its hosts get their only address by assignIpv6AddressOnCreation. EC2 is expected to turn it on for an IPv6-only subnet whatever is asked, so that every later plan wants to turn it off, or the apply fails.",
  sources: [addressingFacts.ipv6OnlySubnetAssignsOnCreation],
  check({ tiers }, report) {
    for (const { name, path, addressing, assignIpv6AddressOnCreation } of tiers) {
      if (addressing !== "ipv6-only" || assignIpv6AddressOnCreation) continue;
      report(
        atKey([...path, "assignIpv6AddressOnCreation"]),
        `tier "${name}" is IPv6-only and assigns no IPv6 addresses on creation`,
        "remove assignIpv6AddressOnCreation",
      );
    }
  },
};
