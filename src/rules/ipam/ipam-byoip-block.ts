import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** An own range comes with its proof, to a pool of the first level. */
export const ipamByoipBlock: Rule<"ipam-byoip-block"> = {
  id: "ipam-byoip-block",
  severity: "error",
  title: "Own ranges are given to IPAM pools of the first level, whole and with their authorization.",
  why: "AWS takes a range only from who proves that it is theirs, by a message signed with the key in the registry's record. That happens once, at the pool of the first level; pools below it take their parts by length or block. Amazon's ranges and private ones need no proof.",
  sources: [ipamFacts.ipamByoipByCidr],
  check({ ipam }, report) {
    const pools = ipam?.pools ?? [];
    for (const { name, path, block } of pools.filter(takesOwnRanges).flatMap(blocksOf)) {
      if (block.kind === "byoip") continue;
      report(
        path,
        `pool "${name}" is for addresses of your own, and this block comes without proof`,
        "write byoip: { cidr, message, signature }, or publicIpSource: amazon in the pool",
      );
    }
    for (const { name, path, block } of pools.filter((pool) => !takesOwnRanges(pool)).flatMap(blocksOf)) {
      if (block.kind !== "byoip") continue;
      report(
        [...path, "byoip"],
        `pool "${name}" takes no own range: only a public pool of the first level does, with publicIpSource: byoip`,
        "write cidr or netmaskLength",
      );
    }
  },
};

function takesOwnRanges({ source, publicIpSource }: IpamPool): boolean {
  return source === null && publicIpSource === "byoip";
}

function blocksOf({ name, cidrs }: IpamPool) {
  return cidrs.map(({ path, block }) => ({ name, path, block }));
}
