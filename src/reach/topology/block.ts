import { type AddressFamily, contains, overlaps, type Prefix } from "../../base/prefix.ts";

/** Bits that are chosen at apply: an Amazon-provided block, or a subnet's block of which a plan shows nothing. */
export interface UnknownBase {
  /** The Terraform attribute that will hold it, such as `aws_vpc.main.ipv6_cidr_block`: equal ids are equal bits. */
  readonly id: string;
  readonly family: AddressFamily;
  /** The smallest known blocks in one of which it surely lies: Amazon's own ranges for what Amazon gives. */
  readonly pools: readonly Prefix[];
  readonly length: number;
  /** The unknown block that it is a piece of; null: none is known. */
  readonly within: UnknownBase | null;
}

/** A block of addresses (one address: the whole length) whose first bits may be known only after apply. */
export type Block =
  | { readonly kind: "known"; readonly prefix: Prefix }
  /** `offset`: the bits after the base's length, as a whole address. */
  | {
      readonly kind: "unknown";
      readonly base: UnknownBase;
      readonly offset: bigint;
      readonly length: number;
    };

/** How much of a block lies in another: "some" is also said where it cannot be known before apply. */
export type Coverage = "all" | "some" | "none";

/** The family of a block. */
export function familyOf(block: Block): AddressFamily {
  return block.kind === "known" ? block.prefix.family : block.base.family;
}

/**
 * How much of `inner` lies in `outer`. Unknown bits are never guessed: two blocks of different bases share nothing only
 * where AWS gives each address once and neither base lies in the other.
 */
export function coverage(outer: Block, inner: Block): Coverage {
  if (familyOf(outer) !== familyOf(inner)) return "none";
  if (outer.kind === "known") return ofKnown(outer.prefix, inner);
  if (inner.kind === "known")
    return outer.base.pools.some((pool) => overlaps(pool, inner.prefix)) ? "some" : "none";
  if (outer.base.id === inner.base.id) return ofPrefixes(relative(outer), relative(inner));
  if (isWithin(inner.base, outer.base)) return outer.length <= outer.base.length ? "all" : "some";
  return isWithin(outer.base, inner.base) ? "some" : "none";
}

function ofKnown(outer: Prefix, inner: Block): Coverage {
  if (inner.kind === "known") return ofPrefixes(outer, inner.prefix);
  const { pools } = inner.base;
  if (pools.every((pool) => contains(outer, pool))) return "all";
  return pools.some((pool) => overlaps(outer, pool)) ? "some" : "none";
}

function ofPrefixes(outer: Prefix, inner: Prefix): Coverage {
  if (contains(outer, inner)) return "all";
  return overlaps(outer, inner) ? "some" : "none";
}

// Compared within one base, what its own bits are does not matter.
function relative({ base, offset, length }: Extract<Block, { kind: "unknown" }>): Prefix {
  return { family: base.family, address: offset, length };
}

function isWithin(inner: UnknownBase, outer: UnknownBase): boolean {
  if (inner.within === null) return false;
  return inner.within.id === outer.id || isWithin(inner.within, outer);
}
