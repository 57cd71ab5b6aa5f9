import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  anyPlace,
  listOrNothing,
  mapOf,
  nameAt,
  pick,
  pickSome,
  rarely,
  somePlaces,
  type Tree,
} from "./tree.ts";

/** What is drawn of an instance. */
export const instanceDraft = fc.record({
  tier: anyPlace,
  zone: anyPlace,
  groups: somePlaces,
  elasticIp: fc.boolean(),
  forwards: rarely(10),
});
export type InstanceDraft = typeof instanceDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** What is drawn of an auto scaling group. */
export const fleetDraft = fc.record({ tier: anyPlace, groups: somePlaces });
export type FleetDraft = typeof fleetDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** Something that a target group can name. */
export interface Host {
  readonly name: string;
  readonly kind: "instances" | "autoScalingGroups";
  readonly tier: Tier;
  readonly hasIpv6: boolean;
  readonly body: Tree;
}

/** An image written down: nothing is looked up. */
const IMAGE = { instanceType: "t4g.small", ami: { id: "ami-0123abc" } };

/** The instances, each in a zone of its tier. */
export function instancesOf(
  drafts: readonly InstanceDraft[],
  tiers: readonly Tier[],
  groups: readonly string[],
): readonly Host[] {
  return drafts.flatMap((draft, index): readonly Host[] => {
    const tier = pick(tiers, draft.tier);
    if (tier === null) return [];
    const zone = pick(tier.zones, draft.zone);
    const body = {
      ...IMAGE,
      subnet: tier.name,
      zone: zone === tier.zones[0] ? undefined : zone,
      securityGroups: listOrNothing(pickSome(groups, draft.groups)),
      elasticIp: draft.elasticIp && tier.hasIpv4 && tier.internet === "public" ? true : undefined,
      sourceDestCheck: draft.forwards ? false : undefined,
    };
    const name = nameAt("host", index);
    return [{ name, kind: "instances", tier, hasIpv6: assignsIpv6(tier), body }];
  });
}

/** The auto scaling groups, each in all zones of its tier. */
export function fleetsOf(
  drafts: readonly FleetDraft[],
  tiers: readonly Tier[],
  groups: readonly string[],
): readonly Host[] {
  return drafts.flatMap((draft, index): readonly Host[] => {
    const tier = pick(tiers, draft.tier);
    if (tier === null) return [];
    const securityGroups = listOrNothing(pickSome(groups, draft.groups));
    const body = { ...IMAGE, subnets: [tier.name], securityGroups, minSize: 1, maxSize: 2 };
    const name = nameAt("fleet", index);
    return [{ name, kind: "autoScalingGroups", tier, hasIpv6: assignsIpv6(tier), body }];
  });
}

function assignsIpv6({ addressing, draft }: Tier): boolean {
  return addressing === "ipv6-only" || (addressing === "dual-stack" && !draft.noIpv6Assignment);
}

/** `compute`. */
export function computeOf(hosts: readonly Host[]): Tree | undefined {
  const section = (kind: Host["kind"]) =>
    mapOf(hosts.filter((host) => host.kind === kind).map(({ name, body }) => [name, body]));
  return mapOf([
    ["autoScalingGroups", section("autoScalingGroups")],
    ["instances", section("instances")],
  ]);
}
