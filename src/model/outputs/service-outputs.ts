import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { inlineHost } from "../compute/inline-hosts.ts";
import { sortedEntries } from "../context.ts";
import { whyNoLogGroup } from "../monitoring/flow-logs.ts";
import { namesOf } from "../references.ts";
import type { ValueKind } from "../types/outputs.ts";
import { type NetworkToShow, named, type OutputKind, type Shown } from "./output-kind.ts";

const loadBalancers: Shown = {
  entity: "load balancer",
  written: (blueprint) => namesOf(blueprint.loadBalancers),
  there: (network) => network.loadBalancers,
};
const instances: Shown = {
  entity: "instance",
  written: ({ compute }) => namesOf(compute.instances),
  there: ({ compute }) => compute.instances,
};
const autoScalingGroups: Shown = {
  entity: "auto scaling group",
  written: ({ compute }) => namesOf(compute.autoScalingGroups),
  there: ({ compute }) => compute.autoScalingGroups,
};
const databases: Shown = {
  entity: "database instance",
  written: ({ rds }) => namesOf(rds.instances),
  there: ({ rds }) => rds.instances,
};
const databaseClusters: Shown = {
  entity: "Aurora cluster",
  written: ({ rds }) => namesOf(rds.clusters),
  there: ({ rds }) => rds.clusters,
};
const replicationGroups: Shown = {
  entity: "replication group",
  written: ({ elasticache }) => namesOf(elasticache.replicationGroups),
  there: ({ elasticache }) => elasticache.replicationGroups,
};
const eksClusters: Shown = {
  entity: "cluster",
  written: ({ eks }) => namesOf(eks.clusters),
  there: ({ eks }) => eks.clusters,
};
const ecsClusters: Shown = {
  entity: "ECS cluster",
  written: ({ ecs }) => namesOf(ecs.clusters),
  there: ({ ecs }) => ecs.clusters,
};
const ecsServices: Shown = {
  entity: "ECS service",
  written: ({ ecs }) => namesOf(ecs.services),
  there: ({ ecs }) => ecs.services,
};
const lambdaFunctions: Shown = {
  entity: "function",
  written: ({ lambda }) => namesOf(lambda.functions),
  there: ({ lambda }) => lambda.functions,
};

/** Outputs of what stands in the network. */
export const SERVICE_OUTPUTS = {
  loadBalancerDnsName: { ...loadBalancers, type: one("DNS name") },
  loadBalancerArn: { ...loadBalancers, type: one("ARN") },
  loadBalancerZoneId: { ...loadBalancers, type: one("load balancer's hosted zone id") },
  listenerArns: {
    ...loadBalancers,
    type: { of: "ARN", shape: "map" },
    keys: (network, name) => namesIn(named(network.loadBalancers, name)?.listeners),
  },
  targetGroupArn: {
    entity: "target group",
    type: one("ARN"),
    written: ({ targetGroups }) => namesOf(targetGroups),
    there: ({ targetGroups }) => targetGroups,
  },
  autoScalingGroupName: { ...autoScalingGroups, type: one("name") },
  autoScalingGroupArn: { ...autoScalingGroups, type: one("ARN") },
  instanceId: { ...instances, type: one("instance id") },
  instanceArn: { ...instances, type: one("ARN") },
  instanceIpv6Addresses: { ...instances, type: { of: "IPv6 address", shape: "list" } },
  instanceElasticIp: { ...instances, type: one("IPv4 address"), whyEmpty: hasNoElasticIp },
  instanceNetworkInterfaceId: { ...instances, type: one("network interface id") },
  instanceElasticIpAllocationId: {
    ...instances,
    type: one("Elastic IP allocation id"),
    whyEmpty: hasNoElasticIp,
  },
  eksClusterName: { ...eksClusters, type: one("name") },
  eksClusterEndpoint: { ...eksClusters, type: one("URL") },
  eksClusterArn: { ...eksClusters, type: one("ARN") },
  eksClusterCertificateAuthority: { ...eksClusters, type: one("certificate") },
  eksClusterSecurityGroupId: { ...eksClusters, type: one("security group id") },
  eksOidcIssuer: { ...eksClusters, type: one("URL") },
  eksOpenIdConnectProviderArn: {
    ...eksClusters,
    type: one("ARN"),
    whyEmpty: ({ eks }, name) =>
      named(eks.clusters, name)?.openIdConnectProvider === false
        ? `cluster ${name} has no openIdConnectProvider`
        : null,
  },
  eksPodRoleArns: {
    ...eksClusters,
    type: { of: "IAM role ARN", shape: "map" },
    keys: ({ eks }, name) => namesIn(named(eks.clusters, name)?.podRoles),
    whyEmpty: ({ eks }, name) =>
      named(eks.clusters, name)?.podRoles.length === 0 ? `cluster ${name} has no podRoles` : null,
  },
  ecsClusterName: { ...ecsClusters, type: one("name") },
  ecsClusterArn: { ...ecsClusters, type: one("ARN") },
  ecsServiceName: { ...ecsServices, type: one("name") },
  ecsServiceArn: { ...ecsServices, type: one("ARN") },
  taskDefinitionArn: {
    entity: "task definition",
    type: one("ARN"),
    written: ({ ecs }) => namesOf(ecs.taskDefinitions),
    there: ({ ecs }) => ecs.taskDefinitions,
  },
  databaseAddress: { ...databases, type: one("DNS name") },
  databasePort: { ...databases, type: one("port") },
  databaseArn: { ...databases, type: one("ARN") },
  databaseSecretArn: { ...databases, type: one("secret ARN") },
  databaseClusterAddress: { ...databaseClusters, type: one("DNS name") },
  databaseClusterReaderAddress: { ...databaseClusters, type: one("DNS name") },
  databaseClusterPort: { ...databaseClusters, type: one("port") },
  databaseClusterArn: { ...databaseClusters, type: one("ARN") },
  databaseClusterSecretArn: { ...databaseClusters, type: one("secret ARN") },
  cacheConfigurationEndpoint: {
    entity: "Memcached cluster",
    type: one("DNS name"),
    written: ({ elasticache }) => namesOf(elasticache.clusters),
    there: ({ elasticache }) => elasticache.clusters,
  },
  cachePrimaryEndpoint: { ...replicationGroups, type: one("DNS name") },
  cacheReaderEndpoint: { ...replicationGroups, type: one("DNS name") },
  lambdaFunctionArn: { ...lambdaFunctions, type: one("ARN") },
  lambdaFunctionName: { ...lambdaFunctions, type: one("name") },
  launchTemplateId: {
    entity: "launch template",
    type: one("launch template id"),
    written: launchTemplateNames,
    there: ({ compute }) => compute.launchTemplates,
  },
  flowLogGroupArn: {
    entity: "flow log",
    type: one("log group ARN"),
    written: ({ network }) => namesOf(network.flowLogs),
    there: ({ flowLogs }) => flowLogs,
    whyEmpty: ({ flowLogs }, name) => {
      const flowLog = named(flowLogs, name);
      return flowLog === undefined ? null : whyNoLogGroup(flowLog);
    },
  },
} satisfies Readonly<Record<string, OutputKind>>;

function one(of: ValueKind) {
  return { of, shape: "one" } as const;
}

function namesIn(things: readonly { readonly name: string }[] = []): readonly string[] {
  return things.map(({ name }) => name);
}

function hasNoElasticIp({ compute }: NetworkToShow, name: string): string | null {
  return named(compute.instances, name)?.elasticIp === false ? `instance ${name} has no elasticIp` : null;
}

/** Those of the author, and those made for groups that describe their hosts themselves. */
function launchTemplateNames({ compute }: Blueprint): readonly string[] {
  const inline = sortedEntries(compute.autoScalingGroups).filter(([, group]) => inlineHost(group) !== null);
  return [...new Set([...namesOf(compute.launchTemplates), ...inline.map(([name]) => name)])].sort();
}
