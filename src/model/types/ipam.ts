import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Cidr, Tags } from "./shared.ts";

/** Amazon VPC IP Address Manager with its two default scopes. */
export interface Ipam {
  readonly path: Path;
  readonly displayName: string;
  readonly tier: "free" | "advanced";
  /** Sorted. */
  readonly operatingRegions: readonly string[];
  /** True when global addresses may stand in pools of the private scope. */
  readonly enablePrivateGua: boolean;
  /** Sorted by name. */
  readonly pools: readonly IpamPool[];
  readonly tags: Tags;
}

type IpamScope = "public" | "private";

/** A pool; what it does not say itself it has from its source pool. */
export interface IpamPool {
  readonly name: string;
  readonly path: Path;
  readonly displayName: string;
  readonly scope: IpamScope;
  readonly family: AddressFamily;
  /** Name of the pool whose blocks it divides; null: a pool of the first level. */
  readonly source: string | null;
  /** The region whose VPCs may take blocks from it; null: none is named. */
  readonly locale: string | null;
  /** Null in the private scope. */
  readonly publicIpSource: "amazon" | "byoip" | null;
  /** Null where AWS takes no such setting. */
  readonly publiclyAdvertisable: boolean | null;
  /** What may take from it; null: not limited. */
  readonly awsService: "ec2" | null;
  readonly allocation: AllocationLengths;
  /** Keys that the author wrote, sorted: some have no meaning beside others, and no other trace. */
  readonly writtenKeys: readonly string[];
  /** Sorted by name. */
  readonly cidrs: readonly IpamPoolCidr[];
  readonly tags: Tags;
}

/** Prefix lengths of the blocks that are taken; null: nothing is said. */
interface AllocationLengths {
  readonly default: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** A block that a pool hands out parts of. */
export interface IpamPoolCidr {
  /** Logical id: `<pool>_<name>`. */
  readonly id: string;
  readonly name: string;
  readonly path: Path;
  readonly block: IpamBlock;
}

/** What is given to a pool: a block of a length, or a certain one. */
export type IpamBlock =
  | { readonly kind: "netmask-length"; readonly length: number }
  | { readonly kind: "cidr"; readonly cidr: Cidr }
  /** One's own range, with the message and signature that prove it. */
  | { readonly kind: "byoip"; readonly cidr: Cidr; readonly message: string; readonly signature: string };
