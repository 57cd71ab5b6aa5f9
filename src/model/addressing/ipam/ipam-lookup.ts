import type { Path } from "../../../base/path.ts";
import type { AddressFamily } from "../../../base/prefix.ts";
import type { IpamPool } from "../../types/ipam.ts";
import type { Network } from "../../types/network.ts";
import type { Cidr } from "../../types/shared.ts";
import type { IpamPoolReference } from "../../types/subnets.ts";
import { ipv4Blocks, ipv6Blocks } from "../vpc.ts";

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

/** A pool of the blueprint from which the VPC takes a block. */
export interface PoolOfVpc {
  /** Where its name is written. */
  readonly path: Path;
  readonly pool: IpamPool;
  /** The family of the block. */
  readonly family: AddressFamily;
}

/** The pools of the blueprint from which the VPC takes a block, IPv6 first. */
export function poolsOfVpc(network: Network): readonly PoolOfVpc[] {
  return takenByVpc(network).map(({ poolPath, giver, family }) => ({ path: poolPath, pool: giver, family }));
}

/** Every block that is taken from a pool of the blueprint. The VPC takes nothing from a pool of the other family. */
export function takenBlocks(network: Network): readonly TakenBlock[] {
  const byVpc = takenByVpc(network).flatMap(({ path, giver, family, length, cidr }) =>
    length === null || family !== giver.family ? [] : [{ path, giver, length, cidr, byVpc: true }],
  );
  return [...byVpc, ...takenByPools(network)];
}

/** A block of the VPC that comes from a pool of the blueprint. */
interface TakenByVpc extends Pick<TakenBlock, "path" | "giver" | "cidr"> {
  readonly poolPath: Path;
  readonly family: AddressFamily;
  /** Null: nothing says how large it is. */
  readonly length: number | null;
}

function takenByVpc(network: Network): readonly TakenByVpc[] {
  const ipv6 = ipv6Blocks(network.vpc).flatMap(({ path, source, length }): TakenByVpc[] => {
    const giver = source.kind === "ipam" ? ownPool(network, source.pool) : null;
    if (source.kind !== "ipam" || giver === null) return [];
    const { cidr, netmaskLength } = source;
    const isSaid = cidr !== null || netmaskLength !== null;
    const at = [...path, "ipam"];
    return [
      {
        path: [...at, cidr === null ? "netmaskLength" : "cidr"],
        poolPath: [...at, "pool"],
        giver,
        family: "ipv6",
        length: isSaid ? length : null,
        cidr,
      },
    ];
  });
  const ipv4 = ipv4Blocks(network.vpc).flatMap(({ path, cidr, length, pool }): TakenByVpc[] => {
    const giver = pool === null ? null : ownPool(network, pool);
    if (giver === null) return [];
    const poolPath = [...path.slice(0, -1), "pool"];
    return [{ path, poolPath, giver, family: "ipv4", length, cidr }];
  });
  return [...ipv6, ...ipv4];
}

function ownPool(network: Network, pool: IpamPoolReference): IpamPool | null {
  return pool.kind === "name" ? poolNamed(network, pool.name) : null;
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
