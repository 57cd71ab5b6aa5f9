import { ipamFacts } from "../../aws/facts/ipam.ts";
import { contains } from "../../base/prefix.ts";
import { type TakenBlock, takenBlocks } from "../../model/addressing/ipam/ipam-lookup.ts";
import type { IpamBlock } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** What is taken from a pool fits into it. */
export const ipamBlockOutsidePool: Rule<"ipam-block-outside-pool"> = {
  id: "ipam-block-outside-pool",
  severity: "error",
  title: "A block that is taken from an IPAM pool lies in one of its blocks.",
  why: "A pool gives parts of its own blocks. One that is larger than all of them, or lies elsewhere, is refused.",
  sources: [ipamFacts.ipamBlockWithinSource],
  check(network, report) {
    for (const taken of takenBlocks(network)) {
      const { path, giver, length, cidr } = taken;
      const isInside = giver.cidrs.some(({ block }) => mayContain(block, taken));
      if (giver.cidrs.length === 0 || isInside) continue;
      report(
        path,
        `${cidr === null ? `a /${length}` : `"${cidr.text}"`} does not lie in a block of pool "${giver.name}"`,
        "take a smaller block, or one of the pool's",
      );
    }
  },
};

/** Where the pool's block is known only by its size, any block that is no larger may lie in it. */
function mayContain(block: IpamBlock, { length, cidr }: TakenBlock): boolean {
  if (block.kind === "netmask-length") return block.length <= length;
  return cidr === null ? block.cidr.prefix.length <= length : contains(block.cidr.prefix, cidr.prefix);
}
