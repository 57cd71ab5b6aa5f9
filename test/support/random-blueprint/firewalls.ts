import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import { anyPlace, type Drawn, mapOf, pick, rarely, sometimes, type Tree } from "./tree.ts";

const SOURCES = [
  {
    statefulRules: {
      web: { sid: 100, action: "PASS", protocol: "TCP", destinationPort: 443 },
      six: {
        sid: 101,
        action: "ALERT",
        protocol: "TLS",
        source: "$EXTERNAL_NET",
        destination: "2001:db8:1::/48",
        direction: "ANY",
      },
    },
  },
  {
    rulesSourceList: { generatedRulesType: "ALLOWLIST", targets: [".example.com"], targetTypes: ["TLS_SNI"] },
  },
  {
    rulesSourceList: {
      generatedRulesType: "DENYLIST",
      targets: ["a.example.com", "b.example.com"],
      targetTypes: ["HTTP_HOST", "TLS_SNI"],
    },
  },
  { rulesString: "pass ip any any -> any any (sid:1;)" },
  {
    ruleGroupArn:
      "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnetStrictOrder",
  },
] as const;
const LOGS = [
  { cloudWatchLogs: {} },
  { s3: { bucketName: "example-firewall-logs", prefix: "wall" } },
  { kinesisDataFirehose: { deliveryStream: "firewall-logs" } },
] as const;
const policyDraft = fc.record({
  stateless: fc.constantFrom(undefined, "aws:forward_to_sfe", "aws:pass"),
  actions: fc.constantFrom(undefined, ["aws:drop_strict"], ["aws:alert_established", "aws:drop_established"]),
  homeNet: fc.constantFrom(undefined, ["10.0.0.0/8", "2001:db8::/32"]),
  sources: fc.array(fc.constantFrom(...SOURCES), { maxLength: 3 }),
  capacity: fc.constantFrom(undefined, 50, 30_000),
});

/** What is drawn of an AWS Network Firewall, or an endpoint of another's: it stands in a tier of its own. */
export const firewallDraft = sometimes(
  fc.record({
    kind: fc.constantFrom("networkFirewall", "networkFirewall", "gatewayLoadBalancerEndpoint"),
    isDualStack: fc.boolean(),
    isEdge: fc.boolean(),
    tier: anyPlace,
    policy: sometimes(policyDraft),
    flow: sometimes(fc.constantFrom(...LOGS)),
    alert: sometimes(fc.constantFrom(...LOGS)),
    isProtected: rarely(30),
  }),
);
type FirewallDraft = Drawn<typeof firewallDraft>;

/**
 * What the network has more for the firewall: its tier and itself, and either a tier between which and the internet it
 * stands, or a tier that sends it what goes elsewhere.
 */
export function withFirewall(draft: FirewallDraft, network: Tree, tiers: readonly Tier[]): Tree {
  if (draft === null) return network;
  const isDualStack = draft.isDualStack && tiers.some(({ hasIpv6 }) => hasIpv6);
  const addressing = isDualStack ? "dual-stack" : "ipv4-only";
  const able = tiers.filter(
    ({ addressing: own, internet, draft: { sharesTable, otherIpv4Block } }) =>
      own === addressing && !sharesTable && !otherIpv4Block && (internet === "public") === draft.isEdge,
  );
  const guarded = pick(able, draft.tier);
  const target = { [draft.kind]: "wall" };
  const wall = { addressing, slot: tiers.length, internet: draft.isEdge ? "public" : undefined };
  const changed = guarded === null ? {} : changedBy(draft.isEdge, network, guarded.name, target);
  const subnets = changed["subnets"] ?? network["subnets"];
  const isFirewall = draft.kind === "networkFirewall";
  const endpoint = {
    serviceName: SERVICE,
    subnets: "wall",
    ipAddressType: isDualStack ? "dualstack" : "ipv4",
  };
  return {
    ...network,
    ...changed,
    subnets: { ...Object(subnets), wall },
    networkFirewalls: isFirewall ? { wall: wallOf(draft, isDualStack) } : undefined,
    gatewayLoadBalancerEndpoints: isFirewall ? undefined : { wall: endpoint },
  };
}

const SERVICE = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123abc";

function changedBy(isEdge: boolean, network: Tree, tier: string, target: Tree): Tree {
  const [subnets, routes] = [Object(network["subnets"]), Object(network["routes"])];
  if (isEdge) return { subnets: { ...subnets, [tier]: { ...subnets[tier], inspection: target } } };
  const [destination, far] = ["10.77.0.0/16", { networkInterfaceId: "eni-0123abc" }];
  const own = { ...routes[tier], guarded: { destination, target } };
  return { routes: { ...routes, [tier]: own, wall: { far: { destination, target: far } } } };
}

function wallOf(
  { policy, flow, alert, isProtected }: NonNullable<FirewallDraft>,
  isDualStack: boolean,
): Tree {
  const firewallPolicy = policy === null ? undefined : policyOf(policy);
  return {
    subnets: "wall",
    ipAddressType: isDualStack ? "DUALSTACK" : "IPV4",
    firewallPolicy,
    logging: mapOf([
      ["flow", flow],
      ["alert", alert],
    ]),
    ...(isProtected
      ? { deleteProtection: true, subnetChangeProtection: true, firewallPolicyChangeProtection: true }
      : {}),
  };
}

/** Groups of one order each; a source that is drawn twice stands once. */
function policyOf({ stateless, actions, homeNet, sources, capacity }: Drawn<typeof policyDraft>): Tree {
  const groups = [...new Set(sources)].map((rulesSource, index) => {
    const isForeign = "ruleGroupArn" in rulesSource;
    const group = { priority: 10 + index, capacity: isForeign ? undefined : capacity, rulesSource };
    return [`rules-${index}`, group] as const;
  });
  return {
    statelessDefaultAction: stateless,
    statelessFragmentDefaultAction: stateless,
    statefulDefaultActions: actions,
    homeNet,
    ruleGroups: mapOf(groups),
  };
}
