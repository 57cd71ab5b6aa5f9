import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { Path } from "../../base/path.ts";
import { poolNamed, poolsOfVpc } from "../../model/addressing/ipam/ipam-lookup.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** Who takes from a pool finds something in it. */
export const ipamPoolWithoutBlock: Rule<"ipam-pool-without-block"> = {
  id: "ipam-pool-without-block",
  severity: "warning",
  title: "An IPAM pool from which a VPC or another pool takes a block has a block itself.",
  why: "A pool is empty until blocks are provisioned to it: having a source is not enough. EC2 refuses to take from an empty pool. Where somebody provisions blocks by hand, as is usual for addresses of one's own, accept this.",
  sources: [ipamFacts.ipamBlockWithinSource],
  check(network, report) {
    const takers: { readonly path: Path; readonly pool: IpamPool | null }[] = [
      ...poolsOfVpc(network),
      ...(network.ipam?.pools ?? [])
        .filter(({ cidrs }) => cidrs.length > 0)
        .map(({ path, source }) => ({ path: [...path, "source"], pool: poolNamed(network, source) })),
    ];
    for (const { path, pool } of takers) {
      if (pool === null || pool.cidrs.length > 0) continue;
      report(
        path,
        `pool "${pool.name}" has no blocks to give`,
        `add one under ipam.pools.${pool.name}.cidrs, such as main: { netmaskLength: 52 }`,
      );
    }
  },
};
