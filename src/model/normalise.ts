import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import { deepFreeze } from "../base/freeze.ts";
import type { Blueprint } from "../blueprint/blueprint.generated.ts";
import { normaliseAddressPlan } from "./addressing/address-plan.ts";
import { normaliseIpam } from "./addressing/ipam/ipam.ts";
import { normaliseTiers, normaliseZones } from "./addressing/tiers.ts";
import { normaliseVpc } from "./addressing/vpc.ts";
import { normaliseCompute } from "./compute/compute.ts";
import { normaliseInlinePolicies } from "./compute/inline-policies.ts";
import type { Context } from "./context.ts";
import { normaliseElasticache } from "./databases/elasticache.ts";
import { normaliseRds } from "./databases/rds.ts";
import type { Declared } from "./declared.ts";
import { normaliseDhcpOptions } from "./dns/dhcp-options.ts";
import { normaliseRoute53 } from "./dns/route53.ts";
import { normaliseEcs } from "./ecs/ecs.ts";
import { normaliseEks } from "./eks/eks.ts";
import { normaliseGatewayLoadBalancerEndpoints } from "./endpoints/gateway-load-balancer-endpoints.ts";
import { normaliseInstanceConnectEndpoints } from "./endpoints/instance-connect-endpoints.ts";
import { normaliseVpcEndpointServices } from "./endpoints/vpc-endpoint-services.ts";
import { normaliseVpcEndpoints } from "./endpoints/vpc-endpoints.ts";
import { normaliseNetworkAcls } from "./filtering/network-acls.ts";
import { normalisePrefixLists } from "./filtering/prefix-lists.ts";
import { normaliseSecurityGroups } from "./filtering/security-groups.ts";
import { normaliseHooks, type UserHookFacts } from "./hooks/normalise-hooks.ts";
import { normaliseRemovedParts } from "./hooks/normalise-removed-parts.ts";
import type { Hookable } from "./hooks/parts-in-need.ts";
import { normaliseAcceptances } from "./judging/acceptances.ts";
import { normaliseExpectations } from "./judging/expectations.ts";
import { normaliseLambda } from "./lambda/lambda.ts";
import { normaliseGatewayLoadBalancers } from "./load-balancing/gateway-load-balancers.ts";
import { normaliseLoadBalancing } from "./load-balancing/load-balancing.ts";
import { normaliseExisting } from "./migration/existing.ts";
import { normaliseMigration } from "./migration/migration.ts";
import { namesInAws } from "./migration/renames/names-in-aws.ts";
import { normaliseRenames } from "./migration/renames/normalise-renames.ts";
import { normaliseCloudwatch } from "./monitoring/cloudwatch.ts";
import { normaliseFlowLogs } from "./monitoring/flow-logs.ts";
import { awsStackName } from "./names.ts";
import type { NetworkToShow } from "./outputs/output-kind.ts";
import { normaliseOutputs } from "./outputs/outputs.ts";
import { findWrittenArns } from "./outputs/written-arns.ts";
import { namesOf, securityGroupNames } from "./references.ts";
import { normaliseBlockPublicAccess } from "./routing/block-public-access.ts";
import { normaliseInternetGatewayRoutes } from "./routing/internet-gateway-routes.ts";
import { normaliseNatGateways } from "./routing/nat-gateways.ts";
import { normaliseNetworkFirewalls } from "./routing/network-firewalls.ts";
import { normaliseRouteTables } from "./routing/route-tables.ts";
import { normaliseResourceShareAccepters, normaliseResourceShares } from "./sharing/resource-shares.ts";
import { normaliseExtensions } from "./terraform/extensions.ts";
import { normaliseTerraformSettings } from "./terraform/terraform-settings.ts";
import { normaliseTransitGatewayAttachments, normaliseVpcPeeringConnections } from "./transit/transit.ts";
import {
  normaliseForeignTransitGatewayAttachments,
  normaliseTransitGatewayRouteTables,
} from "./transit/transit-gateway-tables.ts";
import {
  normaliseCustomerGateways,
  normaliseVirtualPrivateGateways,
} from "./transit/virtual-private-gateways.ts";
import { normaliseVpnConnections } from "./transit/vpn-connections.ts";
import type { Instance } from "./types/compute.ts";
import type { Network } from "./types/network.ts";
import type { NatGateway, RouteTable } from "./types/routing.ts";
import type { Vpc } from "./types/subnets.ts";

/** What normalising gives: a network when nothing was wrong, and every mistake found on the way. */
export interface Normalised {
  readonly network: Network | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fills every default, resolves every name and places every subnet. The blueprint must have passed the schema. */
export function normalise(blueprint: Blueprint, userHooks: readonly UserHookFacts[] = []): Normalised {
  const { network, diagnostics } = normaliseAsNamed(blueprint, userHooks);
  if (network === null) return { network, diagnostics };
  const ofRenames: Diagnostic[] = [];
  const context: Context = { report: (diagnostic) => ofRenames.push(diagnostic) };
  const renames = normaliseRenames(context, blueprint, (other) => normaliseAsNamed(other, userHooks));
  const named = renames === null ? network : { ...network, renames };
  return {
    network: hasErrors(ofRenames) ? null : deepFreeze(named),
    diagnostics: [...diagnostics, ...ofRenames],
  };
}

/** Whatever the things were called before. */
function normaliseAsNamed(blueprint: Blueprint, userHooks: readonly UserHookFacts[]): Normalised {
  const diagnostics: Diagnostic[] = [];
  const context: Context = { report: (diagnostic) => diagnostics.push(diagnostic) };
  const vpc = normaliseVpc(context, blueprint);
  const network =
    vpc === null ? null : withHooks(context, blueprint, normaliseNetwork(context, blueprint, vpc), userHooks);
  return { network: hasErrors(diagnostics) ? null : network, diagnostics };
}

function withHooks(
  context: Context,
  blueprint: Blueprint,
  network: Hookable,
  userHooks: readonly UserHookFacts[],
): Network {
  const hooks = normaliseHooks(context, blueprint, network, userHooks);
  return { ...network, hooks, removedParts: normaliseRemovedParts(context, blueprint, hooks) };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a line for each part of the network
function normaliseNetwork(context: Context, blueprint: Blueprint, vpc: Vpc): Hookable {
  const plan = normaliseAddressPlan(blueprint, vpc);
  const zones = normaliseZones(context, blueprint, plan);
  const natGateways = normaliseNatGateways(context, blueprint, zones);
  const tiers = normaliseTiers(context, blueprint, {
    stack: awsStackName(blueprint),
    vpc,
    plan,
    zones,
    natGateways: namesOf(blueprint.network.natGateways),
  });
  const prefixLists = normalisePrefixLists(context, blueprint);
  const gatewayLoadBalancerEndpoints = normaliseGatewayLoadBalancerEndpoints(context, blueprint, tiers);
  const gatewayLoadBalancers = normaliseGatewayLoadBalancers(context, blueprint, tiers);
  const networkFirewalls = normaliseNetworkFirewalls(context, blueprint, tiers);
  const inspecting = { gatewayLoadBalancerEndpoints, networkFirewalls };
  const routed = { tiers, natGateways, prefixLists, ...inspecting };
  const routeTables = normaliseRouteTables(context, blueprint, routed);
  const internetGatewayRoutes = normaliseInternetGatewayRoutes(context, blueprint, tiers, inspecting);
  const egressOnlyInternetGateway = usesTarget(routeTables, "egress-only-internet-gateway");
  const declared: Declared = {
    ...{ vpc, plan, zones, tiers, natGateways, routeTables },
    securityGroups: securityGroupNames(blueprint),
    prefixLists: namesOf(blueprint.network.prefixLists),
  };
  const compute = normaliseCompute(context, blueprint, declared);
  const balancing = normaliseLoadBalancing(context, blueprint, declared);
  const { loadBalancers } = balancing;
  const { instances } = compute;
  const flowLogs = normaliseFlowLogs(context, blueprint, tiers);
  const existing = normaliseExisting(context, blueprint);
  const network: NetworkToShow = {
    name: blueprint.name,
    environment: null,
    awsName: awsStackName(blueprint),
    awsNameIsWritten: blueprint.awsName !== undefined,
    namedInAws: namesInAws(blueprint),
    renamedFrom: blueprint.renamedFrom ?? null,
    renames: null,
    description: blueprint.description ?? "",
    region: blueprint.region,
    tags: blueprint.tags,
    quotas: { path: ["quotas"], ...blueprint.quotas },
    terraform: normaliseTerraformSettings(context, blueprint),
    extensions: normaliseExtensions(context, blueprint),
    vpc,
    existing,
    migration: normaliseMigration(context, blueprint),
    zones,
    plan,
    tiers,
    internetGateway:
      internetGatewayRoutes.length > 0 ||
      usesInternetGateway(routeTables, natGateways) ||
      isFirstElasticIp(blueprint, instances),
    egressOnlyInternetGateway,
    natGateways,
    routeTables,
    internetGatewayRoutes,
    blockPublicAccess: normaliseBlockPublicAccess(context, blueprint, tiers),
    networkAcls: normaliseNetworkAcls(context, blueprint, declared),
    securityGroups: normaliseSecurityGroups(context, blueprint, declared),
    prefixLists,
    dhcpOptions: normaliseDhcpOptions(blueprint),
    flowLogs,
    vpcEndpoints: normaliseVpcEndpoints(context, blueprint, declared),
    ...inspecting,
    gatewayLoadBalancers,
    vpcEndpointServices: normaliseVpcEndpointServices(context, blueprint, [
      ...loadBalancers,
      ...gatewayLoadBalancers,
    ]),
    instanceConnectEndpoints: normaliseInstanceConnectEndpoints(context, blueprint, declared),
    vpcPeeringConnections: normaliseVpcPeeringConnections(blueprint, vpc),
    transitGatewayAttachments: normaliseTransitGatewayAttachments(context, blueprint, declared),
    transitGatewayRouteTables: normaliseTransitGatewayRouteTables(context, blueprint),
    foreignTransitGatewayAttachments: normaliseForeignTransitGatewayAttachments(context, blueprint),
    resourceShares: normaliseResourceShares(context, blueprint, { tiers, existing }),
    resourceShareAccepters: normaliseResourceShareAccepters(blueprint),
    customerGateways: normaliseCustomerGateways(context, blueprint),
    virtualPrivateGateways: normaliseVirtualPrivateGateways(context, blueprint, declared),
    vpnConnections: normaliseVpnConnections(context, blueprint),
    ipam: normaliseIpam(context, blueprint),
    compute,
    ...balancing,
    eks: normaliseEks(context, blueprint, declared),
    lambda: normaliseLambda(context, blueprint, declared),
    rds: normaliseRds(context, blueprint, declared),
    elasticache: normaliseElasticache(context, blueprint, declared),
    ecs: normaliseEcs(context, blueprint, declared),
    route53: normaliseRoute53(context, blueprint, { tiers, instances, loadBalancers }),
    cloudwatch: normaliseCloudwatch(context, blueprint, { natGateways, loadBalancers, flowLogs }),
    expectations: normaliseExpectations(blueprint),
    acceptances: normaliseAcceptances(blueprint),
  };
  const outputs = normaliseOutputs(context, blueprint, network);
  const inlinePolicies = normaliseInlinePolicies(context, blueprint, network);
  return {
    ...network,
    inlinePolicies,
    outputs,
    writtenArns: findWrittenArns(blueprint),
    references: [],
    joined: [],
    sameVpc: [],
    linked: [],
    joinedServices: [],
    neighbours: [],
  };
}

/** Public NAT gateways need the VPC to have an internet gateway, whatever the routes say. */
function usesInternetGateway(tables: readonly RouteTable[], natGateways: readonly NatGateway[]): boolean {
  return (
    usesTarget(tables, "internet-gateway") ||
    natGateways.some((gateway) => gateway.connectivityType === "public")
  );
}

/** Elastic IPs need one too; a VPC that was there before has it, be it managed outside this stack, and takes no second. */
function isFirstElasticIp({ network }: Blueprint, instances: readonly Instance[]): boolean {
  return network.vpc.existing === undefined && instances.some(({ elasticIp }) => elasticIp);
}

function usesTarget(
  tables: readonly RouteTable[],
  kind: "internet-gateway" | "egress-only-internet-gateway",
): boolean {
  return tables.some(({ routes, prefixListRoutes }) =>
    [...routes, ...prefixListRoutes].some(({ target }) => target.kind === kind),
  );
}
