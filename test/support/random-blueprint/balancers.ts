import fc from "fast-check";
import type { Host } from "./hosts.ts";
import type { Tier } from "./tiers.ts";
import {
  anyPlace,
  listOrNothing,
  mapOf,
  nameAt,
  pick,
  pickAtLeastOne,
  somePlaces,
  type Tree,
} from "./tree.ts";

/** What is drawn of a load balancer with its target group. */
export const balancerDraft = fc.record({
  type: fc.constantFrom("application", "network"),
  tier: anyPlace,
  dualStack: fc.boolean(),
  internal: fc.boolean(),
  groups: somePlaces,
  port: fc.constantFrom(80, 443),
  targetPort: fc.constantFrom(80, 8080),
  healthPort: fc.constantFrom(null, null, 8081),
  target: anyPlace,
  targetIpv6: fc.boolean(),
});
export type BalancerDraft = typeof balancerDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

interface Balancer {
  readonly name: string;
  readonly body: Tree;
  readonly targetGroup: Tree;
}

/** Load balancers in tiers that can have one, each with a target group of hosts that it can reach. */
export function balancersOf(
  drafts: readonly BalancerDraft[],
  tiers: readonly Tier[],
  groups: readonly string[],
  hosts: readonly Host[],
): readonly Balancer[] {
  return drafts.flatMap((draft, index) => {
    const able = tiers.filter((tier) => tier.hasIpv4 && (tier.zones.length > 1 || draft.type === "network"));
    const tier = pick(able, draft.tier);
    return tier === null ? [] : [balancerOf(draft, index, tier, groups, hosts)];
  });
}

function balancerOf(
  draft: BalancerDraft,
  index: number,
  tier: Tier,
  groups: readonly string[],
  hosts: readonly Host[],
): Balancer {
  const isDualStack = tier.hasIpv6 && draft.dualStack;
  const isIpv6 = isDualStack && draft.targetIpv6;
  const fitting = hosts.filter((host) => (isIpv6 ? host.hasIpv6 : host.tier.hasIpv4));
  const target = pick(fitting, draft.target);
  const name = nameAt("balancer", index);
  const protocol = draft.type === "network" ? "TCP" : "HTTP";
  const isInternal = draft.internal || tier.internet !== "public";
  const listener = { port: draft.port, protocol, action: { forwardTo: name } };
  const body = {
    type: draft.type,
    ipAddressType: isDualStack ? "dualstack" : "ipv4",
    scheme: isInternal ? "internal" : undefined,
    subnets: [tier.name],
    securityGroups: securityGroupsFor(draft, groups),
    listeners: { main: listener },
  };
  const targetGroup = {
    protocol,
    port: draft.targetPort,
    ipAddressType: isIpv6 ? "ipv6" : "ipv4",
    healthCheck: draft.healthPort === null ? undefined : { port: draft.healthPort },
    targets: target === null ? undefined : { [target.kind]: [target.name] },
  };
  return { name, body, targetGroup };
}

/** An application load balancer always has a group; a network load balancer may have none. */
function securityGroupsFor({ type, groups: places }: BalancerDraft, groups: readonly string[]) {
  return type === "application" || places.length > 0
    ? listOrNothing(pickAtLeastOne(groups, places))
    : undefined;
}

/** `loadBalancers`. */
export function loadBalancersOf(balancers: readonly Balancer[]): Tree | undefined {
  return mapOf(balancers.map(({ name, body }) => [name, body]));
}

/** `targetGroups`. */
export function targetGroupsOf(balancers: readonly Balancer[]): Tree | undefined {
  return mapOf(balancers.map(({ name, targetGroup }) => [name, targetGroup]));
}
