import type { AddressFamily } from "../../base/prefix.ts";
import type { Network } from "../../model/types/network.ts";
import type { TerraformAddress } from "../../model/types/shared.ts";
import { ownershipOf } from "./ownership-of.ts";

/** A rule, an entry, a route or a block: a resource that is part of another one. */
export interface Part {
  readonly address: TerraformAddress;
  /** Those that it is for. */
  readonly families: readonly AddressFamily[];
}

/**
 * Whether a part is a resource of this stack. Of what stays managed outside this stack, IPv4 is there already and theirs: only
 * what is for IPv6 alone is added, and what was imported is kept.
 */
export function isManagedHere(
  network: Network,
  owner: TerraformAddress,
  { address, families }: Part,
): boolean {
  if (ownershipOf(network, owner).kind !== "external") return true;
  return !families.includes("ipv4") || ownershipOf(network, address).kind === "imported";
}
