import type { AddressFamily } from "../../base/prefix.ts";
import { ipv4Blocks, ipv6Blocks, MAIN_BLOCK } from "../addressing/vpc.ts";
import type { NetworkAclCidr, NetworkAclEntry } from "../types/filtering.ts";
import type { Vpc } from "../types/subnets.ts";

/** What an entry speaks of before it is known how many blocks the VPC has: `vpc` is all of them. */
export type EntryPeer =
  | Extract<NetworkAclCidr, { kind: "cidr" | "cidr-elsewhere" }>
  | { readonly kind: "vpc"; readonly family: AddressFamily };

/** An entry that may stand for several. */
export type WideEntry = Omit<NetworkAclEntry, "cidr"> & { readonly peer: EntryPeer };

/**
 * The entries of EC2 that an entry stands for: one for each block of the VPC where it speaks of the VPC, each `step`
 * numbers behind the one before it. The VPC's own block has the id and the number that are written; none where the VPC
 * has no block of the family.
 */
export function entriesOfBlocks(
  vpc: Vpc,
  { peer, ...entry }: WideEntry,
  step: number,
): readonly NetworkAclEntry[] {
  if (peer.kind !== "vpc") return [{ ...entry, cidr: peer }];
  return blocksOf(vpc, peer.family).map((block, index) => ({
    ...entry,
    id: block === MAIN_BLOCK ? entry.id : `${entry.id}_${block}`,
    ruleNumber: entry.ruleNumber + index * step,
    cidr: { kind: "vpc", family: peer.family, block },
  }));
}

/** The ids of the VPC's blocks of a family, its own first. */
export function blocksOf(vpc: Vpc, family: AddressFamily): readonly string[] {
  return (family === "ipv4" ? ipv4Blocks(vpc) : ipv6Blocks(vpc)).map(({ id }) => id);
}
