import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import { type Drawn, only, pick, pickAtLeastOne, rarely, sometimes, standing, type Tree } from "./tree.ts";

const ACTIONS = [
  { allow: {} },
  { alert: {} },
  { block: {} },
  { block: { response: "NXDOMAIN" } },
  { override: { domain: "blocked.example.com", ttl: 300 } },
] as const;
const DESTINATIONS = [
  { cloudWatchLogs: {} },
  { cloudWatchLogs: { retentionInDays: 365 } },
  { s3: { bucketArn: "arn:aws:s3:::example", prefix: "dns" } },
  { firehose: { deliveryStreamArn: "arn:aws:firehose:eu-west-1:123456789012:deliverystream/dns" } },
] as const;
const endpointDraft = fc.record({
  standing,
  protocols: fc.constantFrom(undefined, ["Do53"], ["Do53", "DoH"]),
  forwards: fc.boolean(),
});

/** What is drawn of the resolver of a VPC. */
export const resolverDraft = fc.record({
  endpoint: sometimes(endpointDraft),
  system: rarely(20),
  associates: rarely(20),
  firewall: sometimes(
    fc.record({
      failOpen: fc.constantFrom(undefined, true),
      action: fc.constantFrom(...ACTIONS),
      qType: fc.constantFrom(undefined, "AAAA", "TYPE64"),
      isProtected: fc.boolean(),
      isForeign: fc.boolean(),
    }),
  ),
  queryLog: sometimes(fc.constantFrom(...DESTINATIONS)),
});
type ResolverDraft = Drawn<typeof resolverDraft>;

/** The keys of `route53` for the resolver: an endpoint stands in a tier of two zones. */
export function resolversOf(draft: ResolverDraft, tiers: readonly Tier[], groups: readonly string[]): Tree {
  const able = tiers.filter(({ zones, hasIpv4 }) => zones.length > 1 && hasIpv4);
  const tier = draft.endpoint === null ? null : pick(able, draft.endpoint.standing.tier);
  const isOutbound = draft.endpoint?.forwards === true && tier !== null;
  return {
    resolverEndpoints:
      draft.endpoint === null || tier === null
        ? undefined
        : only("main", endpointIn(draft.endpoint, tier, groups)),
    resolverRules: rulesOf(isOutbound, draft.system),
    resolverRuleAssociations: draft.associates
      ? only("hub", { resolverRuleId: "rslvr-rr-0123abc" })
      : undefined,
    dnsFirewall: draft.firewall === null ? undefined : firewallOf(draft.firewall),
    resolverQueryLogs: draft.queryLog === null ? undefined : only("main", { destination: draft.queryLog }),
  };
}

function endpointIn(draft: Drawn<typeof endpointDraft>, tier: Tier, groups: readonly string[]): Tree {
  return {
    direction: draft.forwards ? "OUTBOUND" : "INBOUND",
    subnets: [tier.name],
    securityGroups: pickAtLeastOne(groups, draft.standing.groups),
    resolverEndpointType: tier.hasIpv6 && draft.standing.dualStack ? "DUALSTACK" : "IPV4",
    protocols: draft.protocols,
  };
}

function rulesOf(isOutbound: boolean, isSystem: boolean): Tree | undefined {
  const targets = { first: { address: "10.99.0.53" } };
  const corp = {
    domainName: "corp.example.org",
    ruleType: { forward: { resolverEndpoint: "main", targets } },
  };
  const own = { domainName: "own.corp.example.org", ruleType: { system: {} } };
  if (!isOutbound && !isSystem) return undefined;
  return { ...(isOutbound ? { corp } : {}), ...(isSystem ? { own } : {}) };
}

function firewallOf(draft: NonNullable<ResolverDraft["firewall"]>): Tree {
  const mutationProtection = draft.isProtected ? "ENABLED" : undefined;
  const domains = draft.isForeign ? { domainListId: "rslvr-fdl-0123abc" } : { domainList: "blocked" };
  const rules = only("first", { priority: 100, domains, action: draft.action, qType: draft.qType });
  const shared = { firewallRuleGroupId: "rslvr-frg-0123abc", priority: 200, mutationProtection };
  return {
    failOpen: draft.failOpen,
    domainLists: draft.isForeign ? undefined : only("blocked", { domains: ["*.example.org"] }),
    ruleGroups: only("main", { priority: 101, mutationProtection, rules }),
    ruleGroupAssociations: draft.isForeign ? { shared } : undefined,
  };
}
