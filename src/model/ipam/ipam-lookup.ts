import type { Path } from "../../base/path.ts";
import { ipv6Blocks } from "../addressing/vpc.ts";
import type { IpamPool } from "../types/ipam.ts";
import type { Network } from "../types/network.ts";
import type { Cidr } from "../types/shared.ts";

/** A block that a VPC or a pool takes from a pool of the blueprint. */
export interface TakenBlock {
  /** Where the author wrote its size or its address. */
  readonly path: Path;
  readonly giver: IpamPool;
  /** Its prefix length. */
  readonly length: number;
  /** Null: only its size is said. */
  readonly cidr: Cidr | null;
  /** True when the VPC takes it, false when another pool does. */
  readonly byVpc: boolean;
}

/** The pool of that name; null when there is none. */
export function poolNamed({ ipam }: Network, name: string | null): IpamPool | null {
  return ipam?.pools.find((pool) => pool.name === name) ?? null;
}

/** The pools of the blueprint from which the VPC takes a block, each with the place of its name. */
export function poolsOfVpc(network: Network): readonly { readonly path: Path; readonly pool: IpamPool }[] {
  return ipv6Blocks(network.vpc).flatMap(({ path, source }) => {
    const pool =
      source.kind === "ipam" && source.pool.kind === "name" ? poolNamed(network, source.pool.name) : null;
    return pool === null ? [] : [{ path: [...path, "ipam", "pool"], pool }];
  });
}

/** Every block that is taken from a pool of the blueprint. */
export function takenBlocks(network: Network): readonly TakenBlock[] {
  return [...takenByVpc(network), ...takenByPools(network)];
}

function takenByVpc(network: Network): readonly TakenBlock[] {
  return ipv6Blocks(network.vpc).flatMap(({ path, source, length }): TakenBlock[] => {
    if (source.kind !== "ipam" || source.pool.kind !== "name") return [];
    const giver = poolNamed(network, source.pool.name);
    if (giver === null || (source.netmaskLength === null && source.cidr === null)) return [];
    const key = source.cidr === null ? "netmaskLength" : "cidr";
    return [{ path: [...path, "ipam", key], giver, length, cidr: source.cidr, byVpc: true }];
  });
}

function takenByPools(network: Network): readonly TakenBlock[] {
  return (network.ipam?.pools ?? []).flatMap((pool) => {
    const giver = poolNamed(network, pool.source);
    if (giver === null) return [];
    return pool.cidrs.map(({ path, block }): TakenBlock => {
      if (block.kind === "netmask-length") {
        const { length } = block;
        return { path: [...path, "netmaskLength"], giver, length, cidr: null, byVpc: false };
      }
      const key = block.kind === "cidr" ? "cidr" : "byoip";
      return {
        path: [...path, key],
        giver,
        length: block.cidr.prefix.length,
        cidr: block.cidr,
        byVpc: false,
      };
    });
  });
}
