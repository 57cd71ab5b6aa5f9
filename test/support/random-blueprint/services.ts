import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  anyPlace,
  listOrNothing,
  mapOf,
  pick,
  pickAtLeastOne,
  pickSome,
  rarely,
  somePlaces,
  type Tree,
} from "./tree.ts";

const serviceDraft = fc.option(
  fc.record({ tier: anyPlace, groups: somePlaces, dualStack: fc.boolean(), isPublic: rarely(30) }),
  { freq: 2 },
);

/** What is drawn of AWS's services in the VPC: at most one of each. */
export const servicesDraft = fc.record({
  lambda: serviceDraft,
  rds: serviceDraft,
  elasticache: serviceDraft,
});
export type ServicesDraft = typeof servicesDraft extends fc.Arbitrary<infer Draft> ? Draft : never;
type ServiceDraft = NonNullable<ServicesDraft["lambda"]>;

/** `lambda`, `rds` and `elasticache`. */
export function servicesOf(drawn: ServicesDraft, tiers: readonly Tier[], groups: readonly string[]): Tree {
  const sections = { lambda: functionIn, rds: databaseIn, elasticache: cacheIn } as const;
  const names = ["lambda", "rds", "elasticache"] as const;
  return (
    mapOf(
      names.map((name) => {
        const draft = drawn[name];
        const able = tiers.filter(({ hasIpv4, zones }) => hasIpv4 && (name !== "rds" || zones.length > 1));
        const tier = draft === null ? null : pick(able, draft.tier);
        return [name, draft === null || tier === null ? undefined : sections[name](draft, tier, groups)];
      }),
    ) ?? {}
  );
}

function functionIn(draft: ServiceDraft, tier: Tier, groups: readonly string[]): Tree {
  const code = { image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1" };
  const main = {
    code,
    subnets: [tier.name],
    securityGroups: pickAtLeastOne(groups, draft.groups),
    ipv6AllowedForDualStack: tier.hasIpv6 && draft.dualStack ? true : undefined,
  };
  return { functions: { main } };
}

function databaseIn(draft: ServiceDraft, tier: Tier, groups: readonly string[]): Tree {
  const data = {
    subnetGroup: "data",
    engine: "postgres",
    engineVersion: "17",
    instanceClass: "db.t4g.small",
    networkType: tier.hasIpv6 && draft.dualStack ? "DUAL" : "IPV4",
    securityGroups: listOrNothing(pickSome(groups, draft.groups)),
    publiclyAccessible: draft.isPublic && tier.internet === "public" ? true : undefined,
  };
  return { subnetGroups: { data: { subnets: [tier.name] } }, instances: { data } };
}

function cacheIn(draft: ServiceDraft, tier: Tier, groups: readonly string[]): Tree {
  const cache = {
    subnetGroup: "cache",
    engine: "valkey",
    engineVersion: "8.0",
    nodeType: "cache.t4g.small",
    networkType: tier.hasIpv6 && draft.dualStack ? "dual_stack" : "ipv4",
    numCacheClusters: 1,
    securityGroups: listOrNothing(pickSome(groups, draft.groups)),
  };
  return { subnetGroups: { cache: { subnets: [tier.name] } }, replicationGroups: { cache } };
}
