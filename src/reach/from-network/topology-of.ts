import { byText } from "../../base/compare-texts.ts";
import type { Compute } from "../../model/types/compute.ts";
import type { Ecs } from "../../model/types/ecs.ts";
import type { Eks } from "../../model/types/eks.ts";
import type { Elasticache } from "../../model/types/elasticache.ts";
import type { Lambda } from "../../model/types/lambda.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rds } from "../../model/types/rds.ts";
import type { Route53 } from "../../model/types/route53.ts";
import type { Topology } from "../topology/topology.ts";
import { subnetsOf, vpcOf } from "./addressing.ts";
import { autoScalingGroupsOf, instancesOf } from "./compute.ts";
import {
  cacheClustersOf,
  databaseClustersOf,
  databaseInstancesOf,
  replicationGroupsOf,
} from "./databases.ts";
import { hostedZonesOf } from "./dns.ts";
import { servicesOf } from "./ecs.ts";
import { clustersOf } from "./eks.ts";
import { instanceConnectEndpointsOf, vpcEndpointsOf } from "./endpoints.ts";
import { gatewayLoadBalancerEndpointsOf, internetGatewayRoutesOf, networkFirewallsOf } from "./inspection.ts";
import { withIntents } from "./intents/intents-of.ts";
import { functionsOf } from "./lambda.ts";
import { extensionsOf } from "./left-out.ts";
import { loadBalancersOf } from "./load-balancing.ts";
import { networkAclsOf } from "./network-acls.ts";
import { at, contextOf, each, join, noPackets } from "./network-context.ts";
import { dnsFirewallOf, resolverEndpointsOf, ruleAssociationsOf } from "./resolver.ts";
import { egressOnlyInternetGatewayOf, internetGatewayOf, natGatewaysOf, routeTablesOf } from "./routing.ts";
import { securityGroupsOf } from "./security-groups.ts";
import { peeringsOf, transitGatewaysOf } from "./transit.ts";
import { virtualPrivateGatewaysOf, vpnConnectionsOf } from "./vpn.ts";

const NAMES = noPackets("names of things, not things");
const SETTINGS = noPackets("a setting of the stack");
const WATCHES = noPackets("watches packets, sends none");
const READ_ELSEWHERE = noPackets("read where it is used");

/** What each part of a network brings: a part without a line here does not compile. */
const adapterOf = each<Network>({
  name: NAMES,
  environment: NAMES,
  awsName: NAMES,
  awsNameIsWritten: NAMES,
  namedInAws: NAMES,
  renamedFrom: NAMES,
  renames: NAMES,
  description: NAMES,
  region: READ_ELSEWHERE,
  tags: NAMES,
  quotas: SETTINGS,
  terraform: SETTINGS,
  extensions: extensionsOf,
  hooks: READ_ELSEWHERE,
  removedParts: SETTINGS,
  vpc: vpcOf,
  existing: READ_ELSEWHERE,
  migration: noPackets("the caller chooses the stage"),
  zones: READ_ELSEWHERE,
  plan: READ_ELSEWHERE,
  tiers: subnetsOf,
  internetGateway: internetGatewayOf,
  egressOnlyInternetGateway: egressOnlyInternetGatewayOf,
  natGateways: natGatewaysOf,
  routeTables: routeTablesOf,
  internetGatewayRoutes: internetGatewayRoutesOf,
  blockPublicAccess: READ_ELSEWHERE,
  networkAcls: networkAclsOf,
  securityGroups: securityGroupsOf,
  prefixLists: READ_ELSEWHERE,
  dhcpOptions: READ_ELSEWHERE,
  flowLogs: WATCHES,
  vpcEndpoints: vpcEndpointsOf,
  gatewayLoadBalancers: noPackets(
    "packets come to them through endpoints only, and what their appliances let pass is not known",
  ),
  gatewayLoadBalancerEndpoints: gatewayLoadBalancerEndpointsOf,
  networkFirewalls: networkFirewallsOf,
  vpcEndpointServices: noPackets(
    "their load balancers and the endpoints take packets, the name of the service none",
  ),
  instanceConnectEndpoints: instanceConnectEndpointsOf,
  vpcPeeringConnections: peeringsOf,
  transitGatewayAttachments: transitGatewaysOf,
  transitGatewayRouteTables: noPackets(
    "VPCs of other stacks propagate into them, so nothing follows from them",
  ),
  foreignTransitGatewayAttachments: noPackets("the VPCs of others, of which only an id is known"),
  resourceShares: noPackets("whoever they let in makes things of his own, of which nothing is known"),
  resourceShareAccepters: SETTINGS,
  customerGateways: noPackets("the device of the other end, behind which nothing is known"),
  virtualPrivateGateways: virtualPrivateGatewaysOf,
  vpnConnections: vpnConnectionsOf,
  ipam: READ_ELSEWHERE,
  compute: each<Compute>({
    keyPairs: SETTINGS,
    instanceProfiles: READ_ELSEWHERE,
    launchTemplates: READ_ELSEWHERE,
    autoScalingGroups: autoScalingGroupsOf,
    instances: instancesOf,
    imageParameters: SETTINGS,
  }),
  loadBalancers: loadBalancersOf,
  targetGroups: READ_ELSEWHERE,
  eks: each<Eks>({ clusters: clustersOf }),
  lambda: each<Lambda>({ functions: functionsOf }),
  rds: each<Rds>({
    subnetGroups: READ_ELSEWHERE,
    parameterGroups: SETTINGS,
    clusterParameterGroups: SETTINGS,
    instances: databaseInstancesOf,
    clusters: databaseClustersOf,
  }),
  elasticache: each<Elasticache>({
    subnetGroups: READ_ELSEWHERE,
    clusters: cacheClustersOf,
    replicationGroups: replicationGroupsOf,
  }),
  ecs: each<Ecs>({
    namespaces: NAMES,
    clusters: SETTINGS,
    taskDefinitions: READ_ELSEWHERE,
    services: servicesOf,
  }),
  route53: each<Route53>({
    hostedZones: hostedZonesOf,
    records: READ_ELSEWHERE,
    resolverEndpoints: resolverEndpointsOf,
    resolverRules: READ_ELSEWHERE,
    resolverRuleAssociations: ruleAssociationsOf,
    dnsFirewall: dnsFirewallOf,
    resolverQueryLogs: WATCHES,
  }),
  cloudwatch: WATCHES,
  inlinePolicies: SETTINGS,
  outputs: NAMES,
  writtenArns: NAMES,
  references: NAMES,
  joined: noPackets("another stack's network"),
  sameVpc: noPackets("subnets of another stack"),
  linked: NAMES,
  joinedServices: noPackets("what their endpoints are for"),
  neighbours: noPackets("joined by whoever asks for all of them"),
  expectations: noPackets("judged by following packets, which it does not change"),
  acceptances: SETTINGS,
});

/**
 * The topology of a network: of its target, or of what `atStage` gives. Ids are Terraform addresses in the network's
 * stack, also of what stays managed outside it. Nothing is judged here: a mistake of the blueprint stays one.
 */
export function topologyOf(network: Network): Topology {
  const context = contextOf(network);
  const parts = join([adapterOf(context)]);
  const { vpcs = [], subnets = [], routeTables = [], gateways = [], nodes = [], hostedZones = [] } = parts;
  const { networkAcls = [], securityGroups = [], leftOut = [] } = parts;
  return {
    region: network.region,
    vpcs: sorted(vpcs),
    subnets: sorted(subnets),
    routeTables: sorted(routeTables),
    filters: { networkAcls: sorted(networkAcls), securityGroups: sorted(securityGroups) },
    gateways: sorted(gateways),
    nodes: sorted(withIntents({ context, nodes, securityGroups })),
    hostedZones: sorted(hostedZones),
    blockPublicAccess: network.blockPublicAccess === null ? null : at(network.blockPublicAccess.path),
    leftOut,
  };
}

function sorted<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort(byText(({ id }) => id));
}
