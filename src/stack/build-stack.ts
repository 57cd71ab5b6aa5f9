import type { Network } from "../model/types/network.ts";
import { addIpam } from "./addressing/ipam/ipam.ts";
import { addSubnets } from "./addressing/subnets.ts";
import { addVpc } from "./addressing/vpc.ts";
import { addVpcDefaults } from "./addressing/vpc-defaults.ts";
import { addAutoScaling } from "./compute/auto-scaling.ts";
import { addAutoScalingGroups } from "./compute/auto-scaling-groups.ts";
import { addElasticIps } from "./compute/elastic-ips.ts";
import { addImageParameters } from "./compute/image-parameters.ts";
import { addInstanceProfiles } from "./compute/instance-profiles.ts";
import { addInstances } from "./compute/instances.ts";
import { addKeyPairs } from "./compute/key-pairs.ts";
import { addLaunchTemplates } from "./compute/launch-templates.ts";
import { addElasticache } from "./databases/elasticache.ts";
import { protectResources } from "./databases/protect-resources.ts";
import { addRds } from "./databases/rds.ts";
import { addDhcpOptions } from "./dns/dhcp-options.ts";
import { addRoute53 } from "./dns/route53.ts";
import { addEcs } from "./ecs/ecs.ts";
import { addEks } from "./eks/eks.ts";
import { addInspectionEndpoints } from "./endpoints/inspection-endpoints.ts";
import { addInstanceConnectEndpoints } from "./endpoints/instance-connect-endpoints.ts";
import { addVpcEndpointServices } from "./endpoints/vpc-endpoint-services.ts";
import { addVpcEndpoints } from "./endpoints/vpc-endpoints.ts";
import type { App } from "./engine.ts";
import { escapeTemplates } from "./escape-templates.ts";
import { adoptExisting } from "./existing/adopt-existing.ts";
import { addMigrationMarker } from "./existing/migration-marker.ts";
import { addNetworkAcls } from "./filtering/network-acls.ts";
import { addPrefixLists } from "./filtering/prefix-lists.ts";
import { addSecurityGroups } from "./filtering/security-groups.ts";
import { HextetStack } from "./hextet-stack.ts";
import { applyUserHooks } from "./hooks/apply-user-hooks.ts";
import { addAwsCli } from "./hooks/aws-cli.ts";
import type { UserHook } from "./hooks/user-hook.ts";
import { addLambda } from "./lambda/lambda.ts";
import { addGatewayLoadBalancers } from "./load-balancing/gateway-load-balancers.ts";
import { addLoadBalancers, type NeededByLoadBalancers } from "./load-balancing/load-balancers.ts";
import { addTargetAttachments } from "./load-balancing/target-attachments.ts";
import { addTargetGroups } from "./load-balancing/target-groups.ts";
import { addCloudwatch } from "./monitoring/cloudwatch.ts";
import { addFlowLogs } from "./monitoring/flow-logs.ts";
import { addOutputs } from "./outputs/add-outputs.ts";
import { addReferences } from "./outputs/add-references.ts";
import { addInlinePolicies } from "./outputs/inline-policies.ts";
import type { NeededByOutputs } from "./outputs/needed-by-outputs.ts";
import { resolveReferences } from "./outputs/resolve-references.ts";
import type { ComputeMade, LoadBalancingMade, NetworkMade } from "./resources.ts";
import { addBlockPublicAccess } from "./routing/block-public-access.ts";
import { addGateways } from "./routing/gateways.ts";
import { addInternetGatewayRoutes } from "./routing/internet-gateway-routes.ts";
import { addNetworkFirewalls } from "./routing/network-firewalls.ts";
import { addRouteTables } from "./routing/route-tables.ts";
import { addInstanceRoutes } from "./routing/routes.ts";
import { addResourceShareAccepters } from "./sharing/resource-share-accepters.ts";
import { addResourceShares } from "./sharing/resource-shares.ts";
import { addTerraformSettings } from "./terraform-settings.ts";
import { addRoutePropagations } from "./transit/route-propagations.ts";
import { addTransit } from "./transit/transit.ts";

/** Builds the stack of a network; its id is the network's name. Throws only on bugs: the rules have judged already. */
export function buildStack(app: App, unescaped: Network, userHooks: readonly UserHook[] = []): HextetStack {
  const network = resolveReferences(escapeTemplates(unescaped));
  const stack = new HextetStack(app, network.name);
  addTerraformSettings(stack, network);
  addReferences(stack, network);
  for (const { name, isFolder } of unescaped.extensions) if (!isFolder) stack.addExtension(name);
  const made = addNetwork(stack, network);
  // An auto scaling group names its target groups, so they come before the hosts.
  const { targetGroups, finish } = addTargetGroups(stack, network, made);
  const compute = addCompute(stack, network, { ...made, targetGroups });
  const targets = addTargetAttachments(stack, network, { ...compute, targetGroups });
  const balancing = addBalancing(stack, network, { ...made, ...compute, targetGroups, targets });
  addEcs(stack, network, { ...made, ...compute, ...balancing, targetGroups });
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
  addWhatIsShown(stack, network, {
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
  if (userHooks.length > 0) stack.mayReferToOtherStacks();
  applyUserHooks(stack, network, { ...made, ...compute, ...balancing, targetGroups }, userHooks);
  addAwsCli(stack, network, made);
  finishResources(stack, network);
  return stack;
}

/** What tells of things by their kind and name, and hands them out. */
function addWhatIsShown(stack: HextetStack, network: Network, made: NeededByOutputs): void {
  addResourceShares(stack, network);
  addInlinePolicies(stack, network, made);
  addOutputs(stack, network, made);
}

/** Load balancers, what stands before them, and what follows their requests. */
function addBalancing(
  stack: HextetStack,
  network: Network,
  made: NeededByLoadBalancers & Pick<ComputeMade, "autoScalingGroups">,
) {
  const balancing = addLoadBalancers(stack, network, made);
  addAutoScaling(stack, network, { ...made, ...balancing });
  addVpcEndpointServices(stack, network, balancing, addGatewayLoadBalancers(stack, network, made));
  return balancing;
}

/** What is decided of all resources, once they are there. */
function finishResources(stack: HextetStack, network: Network): void {
  addMigrationMarker(stack, network);
  protectResources(stack, network);
  adoptExisting(stack, network);
}

function addNetwork(stack: HextetStack, network: Network): NetworkMade {
  const accepted = addResourceShareAccepters(stack, network);
  const vpc = addVpc(stack, network, { ...addIpam(stack, network), accepted });
  const subnets = addSubnets(stack, network, vpc);
  const gateways = addGateways(stack, network, vpc, subnets);
  const transit = addTransit(stack, network, { ...vpc, subnets, accepted });
  const prefixLists = addPrefixLists(stack, network);
  const inspection = {
    ...addInspectionEndpoints(stack, network, { ...vpc, subnets }),
    ...addNetworkFirewalls(stack, network, { ...vpc, subnets }),
  };
  addInternetGatewayRoutes(stack, network, { ...vpc, ...gateways, ...transit, ...inspection, subnets });
  const routing = addRouteTables(stack, network, {
    ...vpc,
    ...gateways,
    ...transit,
    ...inspection,
    ...prefixLists,
    subnets,
  });
  addRoutePropagations(stack, network, { ...transit, ...routing });
  addBlockPublicAccess(stack, network, { ...vpc, subnets });
  const networkAclRules = addNetworkAcls(stack, network, { ...vpc, subnets });
  addVpcDefaults(stack, network, { ...vpc, networkAclRules });
  const securityGroups = addSecurityGroups(stack, network, { ...vpc, ...prefixLists, subnets });
  addDhcpOptions(stack, network, vpc);
  const flowLogs = addFlowLogs(stack, network, { ...vpc, subnets });
  addVpcEndpoints(stack, network, { ...vpc, ...routing, ...securityGroups, subnets });
  addInstanceConnectEndpoints(stack, network, { ...securityGroups, subnets });
  return {
    ...vpc,
    ...gateways,
    ...transit,
    ...inspection,
    ...routing,
    ...prefixLists,
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
  const autoScalingGroups = addAutoScalingGroups(stack, network, { ...made, keyPairs, launchTemplates });
  const instances = addInstances(stack, network, parts);
  addInstanceRoutes(stack, network, { ...made, instances });
  return { keyPairs, instanceProfiles, imageParameters, launchTemplates, autoScalingGroups, instances };
}
