import type { EcsService } from "../../model/types/ecs.ts";
import type { EksCluster } from "../../model/types/eks.ts";
import type { CacheCluster, ReplicationGroup } from "../../model/types/elasticache.ts";
import type { LambdaFunction } from "../../model/types/lambda.ts";
import type { Network } from "../../model/types/network.ts";
import type { Database } from "../../model/types/rds.ts";
import { cliQuery, shellQuote } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";

/** The steps for databases, caches, functions and containers, through the AWS CLI. */
export function serviceSteps(network: Network): readonly RunbookStep[] {
  const { ecs, eks, elasticache, lambda, rds } = network;
  return [
    ...rds.instances.map((one) => databaseStep("DB instance", one)),
    ...rds.clusters.map((one) => databaseStep("DB cluster", one)),
    ...elasticache.clusters.map(memcachedStep),
    ...elasticache.replicationGroups.map(replicationGroupStep),
    ...lambda.functions.map(functionStep),
    ...ecs.services.map((service) => ecsStep(network, service)),
    ...eks.clusters.map(eksStep),
  ];
}

function databaseStep(kind: "DB instance" | "DB cluster", database: Database): RunbookStep {
  const { identifier, networkType } = database;
  const id = shellQuote(identifier);
  const [command, address] =
    kind === "DB instance"
      ? [
          `aws rds describe-db-instances --db-instance-identifier ${id}`,
          "DBInstances[].[DBInstanceStatus,NetworkType,Endpoint]",
        ]
      : [
          `aws rds describe-db-clusters --db-cluster-identifier ${id}`,
          "DBClusters[].[Status,NetworkType,Endpoint,Port]",
        ];
  return step(
    `${kind} ${database.name}`,
    [`${command} ${cliQuery(address)}`],
    [
      say`${"available"}, network type ${networkType}.`,
      networkType === "DUAL"
        ? "On a host of the VPC `dig +short AAAA` of the endpoint shows an address out of the subnet group's subnets."
        : "The endpoint has an A record only: IPv6-only hosts reach it by its name through DNS64 and NAT64, or not at all.",
    ],
  );
}

function memcachedStep({ name, identifier, networkType, ipDiscovery }: CacheCluster): RunbookStep {
  const query = cliQuery(
    "CacheClusters[].[CacheClusterStatus,NetworkType,IpDiscovery,ConfigurationEndpoint]",
  );
  return step(
    `Cache cluster ${name}`,
    [`aws elasticache describe-cache-clusters --cache-cluster-id ${shellQuote(identifier)} ${query}`],
    [say`${"available"}, network type ${networkType}; clients learn the nodes' ${ipDiscovery} addresses.`],
  );
}

function replicationGroupStep({ name, identifier, networkType, ipDiscovery }: ReplicationGroup): RunbookStep {
  const query = cliQuery("ReplicationGroups[].[Status,NetworkType,IpDiscovery,NodeGroups[].PrimaryEndpoint]");
  return step(
    `Replication group ${name}`,
    [`aws elasticache describe-replication-groups --replication-group-id ${shellQuote(identifier)} ${query}`],
    [say`${"available"}, network type ${networkType}; clients learn the nodes' ${ipDiscovery} addresses.`],
  );
}

function functionStep({ name, displayName, ipv6AllowedForDualStack, subnets }: LambdaFunction): RunbookStep {
  const query = cliQuery("[State,LastUpdateStatus,VpcConfig]");
  return step(
    `Function ${name}`,
    [`aws lambda get-function-configuration --function-name ${shellQuote(displayName)} ${query}`],
    [
      `${say`${"Active"}, ${"Ipv6AllowedForDualStack"} ${String(ipv6AllowedForDualStack)}`}, in ${listed(subnets)}.`,
      ...(ipv6AllowedForDualStack ? [] : ["It calls out over IPv4 only."]),
    ],
  );
}

function ecsStep(network: Network, service: EcsService): RunbookStep {
  const { name, displayName } = service;
  const found = network.ecs.clusters.find((one) => one.name === service.cluster);
  const cluster = `--cluster ${shellQuote(found?.displayName ?? service.cluster)}`;
  const tiers = network.tiers.filter((tier) => service.tiers.includes(tier.name));
  const isIpv6Only = tiers.every(({ addressing }) => addressing === "ipv6-only");
  const isDualStack = tiers.some(({ addressing }) => addressing === "dual-stack");
  return step(
    `ECS service ${name}`,
    [
      ...(isDualStack ? ["aws ecs list-account-settings --effective-settings --name dualStackIPv6"] : []),
      `aws ecs describe-services ${cluster} --services ${shellQuote(displayName)} ${cliQuery("services[].[status,runningCount,desiredCount,events[:5].message]")}`,
      `TASK=$(aws ecs list-tasks ${cluster} --service-name ${shellQuote(displayName)} --query 'taskArns[0]' --output text)`,
      `aws ecs describe-tasks ${cluster} --tasks "$TASK" ${cliQuery("tasks[].[lastStatus,platformVersion,stoppedReason,containers[].networkInterfaces[]]")}`,
    ],
    [
      ...(isDualStack ? ["`dualStackIPv6` is `enabled`: without it tasks get IPv4 only."] : []),
      say`${tasksOf(service)} tasks run; each container shows an ${"ipv6Address"}.`,
      ...(isIpv6Only
        ? [
            "`CannotPullContainerError`: the image's registry has no IPv6; ECR's has at its `dkr-ecr` name on `on.aws`.",
          ]
        : []),
    ],
  );
}

function tasksOf({ desiredCount, scaling }: EcsService): string {
  return scaling === null ? `${desiredCount}` : `${scaling.minCapacity} to ${scaling.maxCapacity}`;
}

function eksStep({ name, displayName, ipFamily }: EksCluster): RunbookStep {
  const cluster = shellQuote(displayName);
  return step(
    `EKS cluster ${name}`,
    [
      `aws eks describe-cluster --name ${cluster} ${cliQuery("cluster.[status,kubernetesNetworkConfig,resourcesVpcConfig.publicAccessCidrs]")}`,
      `aws eks update-kubeconfig --name ${cluster}`,
      "kubectl get nodes -o wide",
      "kubectl get pods --all-namespaces -o wide",
      "kubectl --namespace kube-system logs --selector k8s-app=aws-node --tail 50",
    ],
    [
      say`${"ACTIVE"}, ${"ipFamily"} ${ipFamily}; pods have addresses of that family, and no other.`,
      ...(ipFamily === "ipv6"
        ? ["`AssignIpv6Addresses` refused in the last log: the nodes' role lacks the IPv6 policy of the CNI."]
        : []),
    ],
  );
}
