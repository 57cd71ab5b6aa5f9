import { ipamFacts } from "../aws/facts-ipam.ts";
import { contains } from "../base/prefix.ts";
import { type TakenBlock, takenBlocks } from "../model/ipam-lookup.ts";
import type { IpamBlock, IpamPool } from "../model/types/ipam.ts";
import type { Rule } from "./rule.ts";

/** What is taken from a pool fits into it, and its lengths allow it. */
export const ipamBlockOutsidePool: Rule = {
  id: "ipam-block-outside-pool",
  severity: "error",
  title:
    "A block that is taken from an IPAM pool lies in one of its blocks, and within its allocation lengths.",
  why: "A pool gives parts of its own blocks. One that is larger than all of them, or lies elsewhere, is refused, and so is a VPC's block that is larger or smaller than the pool's allocation lengths allow.",
  sources: [ipamFacts.blockWithinSource],
  check(network, report) {
    for (const taken of takenBlocks(network)) {
      const { path, giver, length, cidr } = taken;
      const what = cidr === null ? `a /${length}` : `"${cidr.text}"`;
      if (giver.cidrs.length > 0 && !giver.cidrs.some(({ block }) => mayContain(block, taken))) {
        report(
          path,
          `${what} does not lie in a block of pool "${giver.name}"`,
          "take a smaller block, or one of the pool's",
        );
      } else if (breaksLengths(taken)) {
        report(
          path,
          `${what} is refused: pool "${giver.name}" gives ${limitsOf(giver)}`,
          "write a length that the pool gives",
        );
      }
    }
  },
};

function limitsOf({ allocation: { min, max } }: IpamPool): string {
  const limits = [min === null ? "" : `at least /${min}`, max === null ? "" : `at most /${max}`];
  return limits.filter((limit) => limit !== "").join(" and ");
}

/** Where the pool's block is known only by its size, any block that is no larger may lie in it. */
function mayContain(block: IpamBlock, { length, cidr }: TakenBlock): boolean {
  if (block.kind === "netmask-length") return block.length <= length;
  return cidr === null ? block.cidr.prefix.length <= length : contains(block.cidr.prefix, cidr.prefix);
}

/** The lengths are for resources, not for pools below. */
function breaksLengths({ giver: { allocation }, length, byVpc }: TakenBlock): boolean {
  return byVpc && (length < (allocation.min ?? length) || length > (allocation.max ?? length));
}
