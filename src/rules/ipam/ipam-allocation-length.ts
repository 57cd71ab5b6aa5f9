import { ipamFacts } from "../../aws/facts/ipam.ts";
import { takenBlocks } from "../../model/addressing/ipam/ipam-lookup.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** A VPC's block is of a size that its pool allows. */
export const ipamAllocationLength: Rule<"ipam-allocation-length"> = {
  id: "ipam-allocation-length",
  severity: "warning",
  title: "A VPC's block from an IPAM pool is within the pool's allocation lengths.",
  why: "The pool's shortest and longest prefix length say which blocks are compliant. IPAM reports others as noncompliant, and does not hand out what breaks the rules of the pool.",
  sources: [ipamFacts.ipamAllocationLengths],
  check(network, report) {
    for (const { path, giver, length, byVpc } of takenBlocks(network)) {
      const { min, max } = giver.allocation;
      // The lengths are for resources, not for pools below.
      if (!byVpc || (length >= (min ?? length) && length <= (max ?? length))) continue;
      report(
        path,
        `the VPC takes a /${length}, pool "${giver.name}" gives ${limitsOf(giver)}`,
        "write a length that the pool gives, or change the pool's",
      );
    }
  },
};

function limitsOf({ allocation: { min, max } }: IpamPool): string {
  const limits = [min === null ? "" : `at least /${min}`, max === null ? "" : `at most /${max}`];
  return limits.filter((limit) => limit !== "").join(" and ");
}
