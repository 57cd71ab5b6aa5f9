import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { App } from "cdktf";
import type { Network } from "../model/types/network.ts";
import { addAutoScalingGroups } from "./auto-scaling-groups.ts";
import { addCloudwatch } from "./cloudwatch.ts";
import { addDhcpOptions } from "./dhcp-options.ts";
import { addEcs } from "./ecs.ts";
import { addEks } from "./eks.ts";
import { addElasticIps } from "./elastic-ips.ts";
import { addElasticache } from "./elasticache.ts";
import { escapeTemplates } from "./escape-templates.ts";
import { adoptExisting } from "./existing/adopt-existing.ts";
import { addMigrationMarker } from "./existing/migration-marker.ts";
import { addFlowLogs } from "./flow-logs.ts";
import { addGateways } from "./gateways.ts";
import { HextetStack } from "./hextet-stack.ts";
import { applyUserHooks } from "./hooks/apply-user-hooks.ts";
import { addAwsCli } from "./hooks/aws-cli.ts";
import type { UserHook } from "./hooks/user-hook.ts";
import { addImageParameters } from "./image-parameters.ts";
import { addInstanceConnectEndpoints } from "./instance-connect-endpoints.ts";
import { addInstanceProfiles } from "./instance-profiles.ts";
import { addInstances } from "./instances.ts";
import { addIpam } from "./ipam.ts";
import { addKeyPairs } from "./key-pairs.ts";
import { addLambda } from "./lambda.ts";
import { addLaunchTemplates } from "./launch-templates.ts";
import { addLoadBalancers } from "./load-balancers.ts";
import type { ComputeMade, LoadBalancingMade, NetworkMade } from "./made.ts";
import { addNetworkAcls } from "./network-acls.ts";
import { addOutputs } from "./outputs.ts";
import { addPrefixLists } from "./prefix-lists.ts";
import { addRds } from "./rds.ts";
import { addRouteTables } from "./route-tables.ts";
import { addRoute53 } from "./route53.ts";
import { addSecurityGroups } from "./security-groups.ts";
import { addSubnets } from "./subnets.ts";
import { addTargetAttachments } from "./target-attachments.ts";
import { addTargetGroups } from "./target-groups.ts";
import { addTerraformSettings } from "./terraform-settings.ts";
import { addTransit } from "./transit.ts";
import { addVpc } from "./vpc.ts";
import { addVpcEndpoints } from "./vpc-endpoints.ts";

/** Builds the stack of a network; its id is the network's name. Throws only on bugs: the rules have judged already. */
export function buildStack(app: App, unescaped: Network, userHooks: readonly UserHook[] = []): HextetStack {
  const network = escapeTemplates(unescaped);
  const stack = new HextetStack(app, network.name);
  addTerraformSettings(stack, network);
  const made = addNetwork(stack, network);
  // An auto scaling group names its target groups, so they come before the hosts.
  const { targetGroups, finish } = addTargetGroups(stack, network, made);
  const compute = addCompute(stack, network, { ...made, targetGroups });
  const balancing = addLoadBalancers(stack, network, { ...made, targetGroups });
  addEcs(stack, network, { ...made, ...compute, ...balancing, targetGroups });
  addTargetAttachments(stack, network, { ...compute, targetGroups });
  const eksClusters = addEks(stack, network, made);
  const lambdaFunctions = addLambda(stack, network, made);
  const databases = addRds(stack, network, made);
  const caches = addElasticache(stack, network, made);
  const elasticIps = addElasticIps(stack, network, { ...made, ...compute });
  const hostedZones = addRoute53(stack, network, {
    ...made,
    ...compute,
    ...balancing,
    ...databases,
    elasticIps,
  });
  finish({ ...compute, ...balancing });
  addCloudwatch(stack, network, { ...made, ...compute, ...balancing });
  addOutputs(stack, network, {
    elasticIps,
    hostedZones,
    eksClusters,
    lambdaFunctions,
    ...databases,
    ...caches,
    ...made,
    ...compute,
    targetGroups,
    ...balancing,
  });
  applyUserHooks(stack, network, { ...made, ...compute, ...balancing, targetGroups }, userHooks);
  addMigrationMarker(stack, network);
  adoptExisting(stack, network);
  return stack;
}

function addNetwork(stack: HextetStack, network: Network): NetworkMade {
  const awsCli = addAwsCli(stack, network);
  const vpc = addVpc(stack, network, addIpam(stack, network));
  // A first apply without the AWS CLI is to stop before anything is made.
  if (awsCli && vpc.vpc instanceof Vpc) vpc.vpc.dependsOn = [...(vpc.vpc.dependsOn ?? []), awsCli];
  const subnets = addSubnets(stack, network, vpc);
  const gateways = addGateways(stack, network, vpc, subnets);
  const transit = addTransit(stack, network, { ...vpc, subnets });
  const routing = addRouteTables(stack, network, { ...vpc, ...gateways, ...transit, subnets });
  const networkAclRules = addNetworkAcls(stack, network, { ...vpc, subnets });
  const prefixLists = addPrefixLists(stack, network);
  const securityGroups = addSecurityGroups(stack, network, { ...vpc, ...prefixLists, subnets });
  addDhcpOptions(stack, network, vpc);
  const flowLogs = addFlowLogs(stack, network, { ...vpc, subnets });
  addVpcEndpoints(stack, network, { ...vpc, ...routing, ...securityGroups, subnets });
  addInstanceConnectEndpoints(stack, network, { ...securityGroups, subnets });
  return {
    ...vpc,
    ...gateways,
    ...transit,
    ...routing,
    ...securityGroups,
    ...flowLogs,
    subnets,
    networkAclRules,
  };
}

function addCompute(
  stack: HextetStack,
  network: Network,
  made: NetworkMade & Pick<LoadBalancingMade, "targetGroups">,
): ComputeMade {
  const keyPairs = addKeyPairs(stack, network);
  const instanceProfiles = addInstanceProfiles(stack, network);
  const imageParameters = addImageParameters(stack, network);
  const parts = { ...made, keyPairs, instanceProfiles, imageParameters };
  const launchTemplates = addLaunchTemplates(stack, network, parts);
  const autoScalingGroups = addAutoScalingGroups(stack, network, { ...made, launchTemplates });
  const instances = addInstances(stack, network, parts);
  return { keyPairs, instanceProfiles, imageParameters, launchTemplates, autoScalingGroups, instances };
}
