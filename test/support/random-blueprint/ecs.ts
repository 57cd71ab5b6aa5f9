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
  sometimes,
  standing,
  type Tree,
} from "./tree.ts";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const SIZES = [
  { cpu: 256, memory: 512 },
  { cpu: 1024, memory: 8192 },
  { cpu: 16_384, memory: 122_880 },
] as const;
const scalingDraft = fc.record({
  tracks: fc.constantFrom(undefined, "ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"),
  schedule: fc.constantFrom(undefined, "cron(0 7 ? * MON-FRI *)", "rate(1 hour)", "at(2027-01-01T00:00:00)"),
  timezone: fc.constantFrom(undefined, "Europe/Lisbon"),
});

const connectDraft = fc.record({
  appProtocol: fc.constantFrom(undefined, "http", "grpc"),
  dnsName: fc.constantFrom(undefined, "web"),
  ingressPortOverride: fc.constantFrom(undefined, 18_080),
  idleTimeoutSeconds: fc.constantFrom(undefined, 0, 600),
  callerTier: anyPlace,
});

/** What is drawn of Amazon ECS: at most one service with its task definition, and one that calls it. */
export const ecsDraft = sometimes(
  fc.record({
    standing,
    containerInsights: fc.constantFrom(undefined, "disabled", "enabled", "enhanced"),
    size: fc.constantFrom(...SIZES),
    architecture: fc.constantFrom(undefined, "X86_64", "ARM64"),
    hasSidecar: fc.boolean(),
    healthCheck: rarely(30),
    hasSecret: rarely(30),
    taskRole: rarely(30),
    logRetentionInDays: fc.constantFrom(undefined, 1, 3653),
    platformVersion: fc.constantFrom(undefined, "1.4.0", "LATEST"),
    spot: sometimes(fc.record({ base: fc.nat({ max: 2 }), onDemandWeight: fc.nat({ max: 2 }) })),
    desiredCount: fc.constantFrom(undefined, 2, 3),
    scaling: sometimes(scalingDraft),
    enableExecuteCommand: rarely(20),
    hasPublicIp: fc.boolean(),
    connect: sometimes(connectDraft),
  }),
);
type EcsDraft = Drawn<typeof ecsDraft>;

/** `ecs`; null where nothing is drawn of it. */
export function ecsOf(draft: EcsDraft, tiers: readonly Tier[], groups: readonly string[]): Tree | null {
  const tier = draft === null ? null : pick(tiers, draft.standing.tier);
  if (draft === null || tier === null) return null;
  const { platformVersion, spot, desiredCount, scaling, enableExecuteCommand } = draft;
  const service = {
    cluster: "main",
    taskDefinition: "web",
    capacity: { fargate: { platformVersion, spot: spot === null ? undefined : { ...spot, spotWeight: 1 } } },
    desiredCount,
    scaling: scaling === null ? undefined : scalingOf(scaling),
    subnets: [tier.name],
    securityGroups: listOrNothing(pickSome(groups, draft.standing.groups)),
    assignPublicIp: tier.hasIpv4 && tier.internet === "public" && draft.hasPublicIp ? true : undefined,
    enableExecuteCommand: enableExecuteCommand ? true : undefined,
  };
  const { connect } = draft;
  return {
    namespaces: connect === null ? undefined : { inside: {} },
    clusters: { main: { containerInsights: draft.containerInsights } },
    taskDefinitions: { web: taskOf(draft) },
    services: connect === null ? { web: service } : connected(connect, service, tiers),
  };
}

/** The service with an endpoint, and another one that calls it. */
function connected(connect: Drawn<typeof connectDraft>, web: Tree, tiers: readonly Tier[]): Tree {
  const { dnsName, ingressPortOverride, idleTimeoutSeconds, callerTier } = connect;
  const timeout = idleTimeoutSeconds === undefined ? undefined : { idleTimeoutSeconds };
  const api = { clientAlias: { port: 80, dnsName }, ingressPortOverride, timeout };
  const subnets = [pick(tiers, callerTier)?.name];
  const caller = { ...web, scaling: undefined, subnets, assignPublicIp: undefined };
  return {
    web: { ...web, serviceConnect: { namespace: "inside", services: { api } } },
    caller: { ...caller, serviceConnect: { namespace: "inside", calls: ["web"] } },
  };
}

function taskOf(draft: NonNullable<EcsDraft>): Tree {
  const check = {
    command: ["CMD-SHELL", "exit ${0}"],
    interval: 10,
    timeout: 2,
    retries: 2,
    startPeriod: 20,
  };
  const web = {
    image: "123456789012.dkr-ecr.eu-west-1.on.aws/web:1.4.2",
    ports: [8080],
    portNames:
      draft.connect === null
        ? undefined
        : { api: { containerPort: 8080, appProtocol: draft.connect.appProtocol } },
    environment: { AWS_USE_DUALSTACK_ENDPOINT: "true" },
    secrets: draft.hasSecret ? { DB_PASSWORD: SECRET } : undefined,
    healthCheck: draft.healthCheck ? check : undefined,
  };
  const sidecar = {
    image: "123456789012.dkr-ecr.eu-west-1.on.aws/log:2",
    essential: false,
    command: ["${HOME}"],
  };
  return {
    ...draft.size,
    runtimePlatform: draft.architecture === undefined ? undefined : { cpuArchitecture: draft.architecture },
    containers: mapOf([
      ["web", web],
      ["sidecar", draft.hasSidecar ? sidecar : undefined],
    ]),
    taskRole: draft.taskRole ? { managedPolicies: ["AmazonSQSReadOnlyAccess"] } : undefined,
    logRetentionInDays: draft.logRetentionInDays,
  };
}

function scalingOf({ tracks, schedule, timezone }: Drawn<typeof scalingDraft>): Tree {
  const morning = { schedule, timezone, minCapacity: 2, maxCapacity: 20 };
  return {
    minCapacity: 1,
    maxCapacity: 10,
    targetTracking: tracks === undefined ? undefined : { [tracks]: { targetValue: 60 } },
    schedules: schedule === undefined ? undefined : only("morning", morning),
  };
}
