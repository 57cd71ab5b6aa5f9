import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { FoundNatGateway, FoundRouteTable, FoundSubnet } from "../types/inventory.ts";

/** A tier to be: subnets that a blueprint can describe as one, at most one in a zone. */
export interface TierPlan {
  readonly name: string;
  readonly kind: TierKind;
  /** Sorted by zone. */
  readonly members: readonly TierMember[];
  /** The tier whose route tables it uses; null: it has its own. */
  readonly sharesTableOf: string | null;
}

/** Where a tier's IPv4 default route leads: both ways, out only, or nowhere that a blueprint says by itself. */
export type TierKind = "public" | "private" | "isolated";

/** A subnet with its zone and the table that routes it, before it is in a tier. */
export interface RoutedSubnet {
  readonly subnet: FoundSubnet;
  readonly letter: string;
  readonly table: FoundRouteTable;
  readonly kind: TierKind;
  /** The tier's name as its Name tag has it; may be empty. */
  readonly preferredName: string;
}

/** A subnet of a tier, with the table that routes it. */
export interface TierMember {
  readonly subnet: FoundSubnet;
  readonly letter: string;
  /** Logical id, `<tier>_<letter>`. */
  readonly id: string;
  readonly table: FoundRouteTable;
}

/** NAT gateways as one entry of a blueprint: a single one, or one in every zone. */
export interface NatPlan {
  readonly name: string;
  readonly perZone: boolean;
  readonly gateways: readonly FoundNatGateway[];
}

const INTERNET: Readonly<Record<TierKind, "public" | "egress-only" | "none">> = {
  public: "public",
  private: "egress-only",
  isolated: "none",
};

/** Where a tier's IPv6 leads: where it leads already, or else as its IPv4 does. */
export function internetOf({ kind, members }: TierPlan): "public" | "egress-only" | "none" {
  const routes = members[0]?.table.routes ?? [];
  const target = routes.find(({ destination }) => destination === ANY_IPV6)?.target ?? "";
  if (target.startsWith("igw-")) return "public";
  return target.startsWith("eigw-") ? "egress-only" : INTERNET[kind];
}

/** The letter of a zone of the region: `a` of `eu-west-1a`; null for local and wavelength zones. */
export function zoneLetter(zone: string, region: string): string | null {
  const letter = zone.slice(region.length);
  return zone.startsWith(region) && /^[a-f]$/.test(letter) ? letter : null;
}

/** The tiers whose subnets are exactly those of the ids, sorted; null when they cut through a tier or know more. */
export function wholeTiers(
  tiers: readonly TierPlan[],
  subnetIds: readonly string[],
): readonly string[] | null {
  const wanted = new Set(subnetIds);
  const within = tiers.filter(({ members }) => members.every(({ subnet }) => wanted.has(subnet.id)));
  const count = within.reduce((sum, { members }) => sum + members.length, 0);
  return count === wanted.size && count > 0 ? within.map(({ name }) => name).sort() : null;
}

/** The tier that a subnet is in, and which of its members it is; null for a subnet that was left out. */
export function memberOf(
  tiers: readonly TierPlan[],
  subnetId: string,
): { readonly tier: TierPlan; readonly member: TierMember } | null {
  for (const tier of tiers) {
    const member = tier.members.find(({ subnet }) => subnet.id === subnetId);
    if (member !== undefined) return { tier, member };
  }
  return null;
}
