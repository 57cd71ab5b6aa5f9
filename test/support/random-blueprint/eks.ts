import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  anyPlace,
  type Drawn,
  listOrNothing,
  mapOf,
  only,
  pick,
  pickSome,
  rarely,
  somePlaces,
  sometimes,
  standing,
  type Tree,
} from "./tree.ts";

const ADDONS = ["vpc-cni", "coredns", "kube-proxy", "eks-pod-identity-agent"] as const;
const LOGS = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;
const MACHINES = [
  { instanceTypes: ["m7g.large"], amiType: "BOTTLEROCKET_ARM_64" },
  { instanceTypes: ["m7i.large", "m7i.xlarge"], amiType: "AL2023_x86_64_STANDARD" },
] as const;
const nodesDraft = fc.record({
  machine: fc.constantFrom(...MACHINES),
  capacityType: fc.constantFrom(undefined, "SPOT"),
  hopLimit: fc.constantFrom(undefined, 1, 2),
  isTainted: rarely(30),
  labels: rarely(30),
  volume: fc.constantFrom(undefined, { sizeGib: 50 }, { sizeGib: 50, type: "gp3", iops: 4000 }),
});

/** What is drawn of Amazon EKS: at most one cluster. */
export const eksDraft = sometimes(
  fc.record({
    standing,
    version: fc.constantFrom("1.33", "1.32"),
    isPublic: sometimes(fc.constantFrom("198.51.100.0/24", "0.0.0.0/0")),
    mode: fc.constantFrom(undefined, "API", "API_AND_CONFIG_MAP"),
    nodes: sometimes(nodesDraft),
    fargate: rarely(30),
    addons: somePlaces,
    podRole: sometimes(fc.constantFrom("openIdConnect", "podIdentity")),
    entry: sometimes(fc.constantFrom({ cluster: {} }, { namespaces: ["shop"] })),
    logs: fc.array(anyPlace, { maxLength: 3 }),
    hasKey: rarely(30),
    deletionProtection: fc.constantFrom(undefined, false),
  }),
);
type EksDraft = Drawn<typeof eksDraft>;

/** `eks`: in tiers of two zones; pods have IPv6 where the tier has both families, and the draft says so. */
export function eksOf(draft: EksDraft, tiers: readonly Tier[], groups: readonly string[]): Tree | undefined {
  const able = tiers.filter(({ hasIpv4, zones, draft: { noIpv6Assignment } }) => {
    return hasIpv4 && zones.length > 1 && !noIpv6Assignment;
  });
  const tier = draft === null ? null : pick(able, draft.standing.tier);
  if (draft === null || tier === null) return undefined;
  const isIpv6 = tier.hasIpv6 && draft.standing.dualStack;
  const main = {
    version: draft.version,
    ipFamily: isIpv6 ? "ipv6" : "ipv4",
    serviceIpv4Cidr: isIpv6 ? undefined : "172.20.0.0/16",
    subnets: [tier.name],
    securityGroups: listOrNothing(pickSome(groups, draft.standing.groups)),
    ...accessOf(draft),
    nodeGroups: draft.nodes === null ? undefined : only("main", nodesOf(draft.nodes, tier)),
    fargateProfiles: draft.fargate && tier.internet !== "public" ? FARGATE(tier) : undefined,
    ...workOf(draft),
    enabledClusterLogTypes: listOrNothing(pickSome(LOGS, draft.logs)),
    secretsKeyArn: draft.hasKey ? "arn:aws:kms:eu-west-1:123456789012:key/1234abcd" : undefined,
    deletionProtection: draft.deletionProtection,
  };
  return { clusters: { main } };
}

const FARGATE = (tier: Tier) =>
  only("batch", { subnets: [tier.name], selectors: { batch: { namespace: "batch", labels: { a: "b" } } } });

function nodesOf(draft: Drawn<typeof nodesDraft>, tier: Tier): Tree {
  const { machine, capacityType, hopLimit, isTainted, labels, volume } = draft;
  return {
    subnets: [tier.name],
    ...machine,
    capacityType,
    maxSize: 4,
    metadata: hopLimit === undefined ? undefined : { httpPutResponseHopLimit: hopLimit },
    labels: labels ? { "example.com/workload": "web" } : undefined,
    taints: isTainted ? { "example.com/dedicated": { value: "web", effect: "NO_SCHEDULE" } } : undefined,
    rootVolume: volume,
  };
}

/** A role of pods needs the agent, or the provider of OpenID Connect. */
function workOf({ addons: places, podRole }: NonNullable<EksDraft>): Tree {
  const agent = podRole === "podIdentity" ? ["eks-pod-identity-agent"] : [];
  const addons = [...new Set([...pickSome(ADDONS, places), ...agent])];
  const role = {
    namespace: "shop",
    serviceAccount: "orders",
    by: podRole,
    managedPolicies: ["AmazonS3ReadOnlyAccess"],
  };
  return {
    addons: mapOf(addons.map((name) => [name, {}])),
    openIdConnectProvider: podRole === "openIdConnect" ? true : undefined,
    podRoles: podRole === null ? undefined : only("orders", role),
  };
}

function accessOf({ isPublic, mode, entry }: NonNullable<EksDraft>): Tree {
  return {
    endpointPublicAccess: isPublic === null ? undefined : true,
    publicAccessCidrs: isPublic === null ? undefined : [isPublic],
    accessConfig: mode === undefined ? undefined : { authenticationMode: mode },
    accessEntries: entry === null ? undefined : entriesOf(entry),
  };
}

function entriesOf(accessScope: Tree): Tree {
  const policies = { AmazonEKSViewPolicy: { accessScope } };
  return { platform: { principalArn: "arn:aws:iam::123456789012:role/platform", policies } };
}
