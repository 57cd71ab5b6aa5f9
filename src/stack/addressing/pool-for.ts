import type { IpamPoolReference } from "../../model/types/subnets.ts";
import type { ITerraformDependable } from "../engine.ts";
import { type IpamMade, resourceFor } from "../resources.ts";

/** A pool that gives a block. */
interface PoolMade {
  /** Its id; null: no pool gives the block. */
  readonly id: string | null;
  /** What it has to give: no argument refers to those, so whoever takes a block must be told to wait for them. */
  readonly blocks: readonly ITerraformDependable[];
}

/** The pool that a block of the VPC comes from. */
export function poolFor(pool: IpamPoolReference | null, ipam: IpamMade): PoolMade {
  if (pool === null) return { id: null, blocks: [] };
  if (pool.kind === "id") return { id: pool.id, blocks: [] };
  return {
    id: resourceFor(ipam.ipamPools, pool.name).id,
    blocks: resourceFor(ipam.ipamPoolCidrs, pool.name),
  };
}
