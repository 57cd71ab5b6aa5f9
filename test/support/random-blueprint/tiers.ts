import fc from "fast-check";
import { anyPlace, mapOf, nameAt, pick, rarely, type Tree } from "./tree.ts";

/** What is drawn of a tier; what it may be is decided with the whole network known. */
export const tierDraft = fc.record({
  addressing: fc.constantFrom("dual-stack", "ipv6-only", "ipv4-only", "dual-stack"),
  internet: fc.constantFrom("none", "public", "egress-only", "public"),
  natGateway: fc.option(anyPlace),
  nat64: fc.boolean(),
  noDns64: rarely(20),
  oneZone: rarely(30),
  mapPublicIp: fc.boolean(),
  noIpv6Assignment: rarely(15),
  otherIpv4Block: rarely(15),
  otherIpv6Block: rarely(15),
  sharesTable: rarely(15),
});
export type TierDraft = typeof tierDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** What is drawn of a NAT gateway. */
export const natGatewayDraft = fc.record({ tier: anyPlace, isPrivate: rarely(20), perZone: fc.boolean() });
export type NatGatewayDraft = typeof natGatewayDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** A tier as others see it. */
export interface Tier {
  readonly name: string;
  readonly addressing: string;
  readonly internet: string;
  readonly zones: readonly string[];
  readonly hasIpv4: boolean;
  readonly hasIpv6: boolean;
  readonly draft: TierDraft;
}

/** A NAT gateway as others see it. */
export interface NatGateway {
  readonly name: string;
  readonly tier: string;
  readonly body: Tree;
}

/** The tiers, all of them IPv4-only where the VPC has no IPv6. */
export function tiersOf(
  drafts: readonly TierDraft[],
  zones: readonly string[],
  vpcHasIpv6: boolean,
): readonly Tier[] {
  return drafts.map((draft, index): Tier => {
    const addressing = vpcHasIpv6 ? draft.addressing : "ipv4-only";
    const hasIpv6 = addressing !== "ipv4-only";
    const internet = draft.internet === "egress-only" && !hasIpv6 ? "none" : draft.internet;
    return {
      name: nameAt("tier", index),
      addressing,
      internet,
      zones: draft.oneZone ? zones.slice(0, 1) : zones,
      hasIpv4: addressing !== "ipv6-only",
      hasIpv6,
      draft,
    };
  });
}

/** NAT gateways stand in tiers with IPv4 and a table of their own; public ones in public tiers. */
export function natGatewaysOf(
  drafts: readonly NatGatewayDraft[],
  tiers: readonly Tier[],
): readonly NatGateway[] {
  return drafts.flatMap(({ tier: place, isPrivate, perZone }, index) => {
    const able = tiers.filter(
      ({ hasIpv4, internet, draft }) => hasIpv4 && !draft.sharesTable && (isPrivate || internet === "public"),
    );
    const tier = pick(able, place);
    if (tier === null) return [];
    const body = {
      subnet: tier.name,
      connectivityType: isPrivate ? "private" : undefined,
      perZone: perZone && tier.zones.length > 1 ? true : undefined,
    };
    return [{ name: nameAt("nat", index), tier: tier.name, body }];
  });
}

/** `network.subnets`. */
export function subnetsOf(tiers: readonly Tier[], natGateways: readonly NatGateway[]): Tree | undefined {
  return mapOf(tiers.map((tier) => [tier.name, subnetOf(tier, tiers, natGateways)]));
}

function subnetOf(tier: Tier, tiers: readonly Tier[], natGateways: readonly NatGateway[]): Tree {
  const { draft, addressing, internet, hasIpv4, hasIpv6 } = tier;
  const shared = draft.sharesTable ? ownerOfTable(tier, tiers) : null;
  return {
    addressing,
    internet: internet === "none" ? undefined : internet,
    slot: tiers.indexOf(tier),
    availabilityZones: draft.oneZone ? tier.zones : undefined,
    ...waysOut(shared ?? tier, natGateways),
    routeTable: shared?.name,
    mapPublicIpOnLaunch: hasIpv4 && internet === "public" && draft.mapPublicIp ? true : undefined,
    assignIpv6AddressOnCreation: addressing === "dual-stack" && draft.noIpv6Assignment ? false : undefined,
    ipv4Block: hasIpv4 && draft.otherIpv4Block ? "more" : undefined,
    ipv6Block: hasIpv6 && draft.otherIpv6Block ? "more" : undefined,
  };
}

/** Tiers that share a table must want the same routes, so one takes what the other has: never a chain. */
function ownerOfTable(tier: Tier, tiers: readonly Tier[]): Tier | null {
  const able = tiers.find(
    (other) =>
      !other.draft.sharesTable &&
      other.addressing === tier.addressing &&
      other.internet === tier.internet &&
      tier.zones.length === other.zones.length,
  );
  return able ?? null;
}

/** The names of the tiers that have route tables of their own. */
export function tiersWithTables(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.filter((tier) => !tier.draft.sharesTable || ownerOfTable(tier, tiers) === null);
}

/** IPv4 goes out by the internet gateway or by a NAT gateway; NAT64 uses the one that is named, or the only one. */
function waysOut(tier: Tier, natGateways: readonly NatGateway[]): Tree {
  const { draft, internet, hasIpv4, hasIpv6 } = tier;
  const gateway = pick(natGateways, draft.natGateway ?? 0);
  // A gateway that stands in the tier would send to itself.
  const mayName = gateway?.tier !== tier.name && (internet !== "public" || !hasIpv4);
  const nat64 = hasIpv6 && draft.nat64 && gateway !== null && (mayName || natGateways.length === 1);
  const isNamed = mayName && (nat64 || (hasIpv4 && draft.natGateway !== null));
  return {
    natGateway: isNamed ? gateway?.name : undefined,
    nat64: nat64 ? true : undefined,
    enableDns64: nat64 && draft.noDns64 ? false : undefined,
  };
}
