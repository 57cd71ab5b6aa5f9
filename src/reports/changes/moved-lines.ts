import { blockWords } from "../../change/block-words.ts";
import type { MovedBlock } from "../../change/types.ts";

/** Subnets and blocks of the VPC that get another block, one line each: address, zone, both families. */
export function movedLines(moved: readonly MovedBlock[]): readonly string[] {
  return moved.map(({ address, from, zone, ipv4, ipv6 }) => {
    const families = [
      ["IPv4", ipv4],
      ["IPv6", ipv6],
    ] as const;
    const parts = families.flatMap(([family, { before, after }]) => {
      if (before === null && after === null) return [];
      const [was, is] = [before, after].map((block) => (block === null ? "none" : blockWords(block)));
      return [before === after ? `${family} stays ${is}` : `${family} ${was} -> ${is}`];
    });
    const was = from === null ? "" : `, was ${from}`;
    return `${address}${was}${zone === null ? "" : ` (${zone})`}: ${parts.join("; ")}`;
  });
}
