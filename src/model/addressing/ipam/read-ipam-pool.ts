import type { Path } from "../../../base/path.ts";
import { type Context, checkReference, report } from "../../context.ts";
import type { IpamPoolReference } from "../../types/subnets.ts";

/** The pool that a block comes from; null and reported when none, both or an unknown one is named. */
export function readIpamPool(
  context: Context,
  { pool, poolId }: { readonly pool?: string; readonly poolId?: string },
  pools: readonly string[],
  path: Path,
): IpamPoolReference | null {
  if ((pool === undefined) === (poolId === undefined)) {
    const message = `a block from IPAM names ${pool === undefined ? "no pool" : "its pool twice"}`;
    const hint = "write either pool, a name of ipam.pools, or poolId";
    report(context, "model/ipam-pool-choice", path, message, hint);
    return null;
  }
  if (poolId !== undefined) return { kind: "id", id: poolId };
  if (pool === undefined || !checkReference(context, "IPAM pool", pool, pools, [...path, "pool"]))
    return null;
  return { kind: "name", name: pool };
}
