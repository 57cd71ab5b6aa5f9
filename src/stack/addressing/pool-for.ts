import type { IpamPoolReference } from "../../model/types/subnets.ts";
import type { ITerraformDependable } from "../engine.ts";
import { type IpamMade, resourceFor } from "../resources.ts";

/** Where blocks come from. */
export interface PoolsMade extends IpamMade {
  /** Acceptances of shares: before, a pool of another account gives nothing. */
  readonly accepted: readonly ITerraformDependable[];
}

/** A pool that gives a block. */
interface PoolMade {
  /** Its id; null: no pool gives the block. */
  readonly id: string | null;
  /** What it has to give, and who lets it give: no argument refers to those, so whoever takes a block must be told to wait. */
  readonly blocks: readonly ITerraformDependable[];
}

/** The pool that a block of the VPC comes from. */
export function poolFor(pool: IpamPoolReference | null, ipam: PoolsMade): PoolMade {
  if (pool === null) return { id: null, blocks: [] };
  if (pool.kind === "id") return { id: pool.id, blocks: ipam.accepted };
  return {
    id: resourceFor(ipam.ipamPools, pool.name).id,
    blocks: resourceFor(ipam.ipamPoolCidrs, pool.name),
  };
}
