import fc from "fast-check";
import { balancerDraft, balancersOf, loadBalancersOf, targetGroupsOf } from "./balancers.ts";
import { cachesDraft, elasticacheOf } from "./caches.ts";
import { databasesDraft, rdsOf } from "./databases.ts";
import { endpointsDraft, instanceConnectOf, vpcEndpointsOf } from "./endpoints.ts";
import { functionDraft, lambdaOf } from "./functions.ts";
import { computeOf, fleetDraft, fleetsOf, type Host, instanceDraft, instancesOf } from "./hosts.ts";
import { networkAclDraft, networkAclsOf } from "./network-acls.ts";
import { IPV4_BLOCKS, IPV6_BLOCKS, type Named } from "./peers.ts";
import { routeDraft, routesOf } from "./routes.ts";
import { securityGroupDraft, securityGroupsOf } from "./security-groups.ts";
import { natGatewayDraft, natGatewaysOf, subnetsOf, type Tier, tierDraft, tiersOf } from "./tiers.ts";
import {
  anyPlace,
  type Drawn,
  mapOf,
  nameAt,
  pick,
  pickSome,
  rarely,
  somePlaces,
  type Tree,
} from "./tree.ts";

/** What is drawn of a network and what stands in it, all of which the laboratory can build. */
export const networkDraft = fc.record({
  hasIpv6: rarely(10).map((no) => !no),
  hasOwnBlock: fc.boolean(),
  zones: fc.constantFrom(["a", "b"], ["a"], ["a", "b"]),
  tiers: fc.array(tierDraft, { minLength: 1, maxLength: 4 }),
  natGateways: fc.array(natGatewayDraft, { maxLength: 2 }),
  routes: fc.array(routeDraft, { maxLength: 3 }),
  networkAcls: fc.array(networkAclDraft, { maxLength: 2 }),
  securityGroups: fc.array(securityGroupDraft, { minLength: 1, maxLength: 3 }),
  prefixLists: fc.array(fc.record({ isIpv6: fc.boolean(), blocks: somePlaces }), { maxLength: 2 }),
  hasPeering: fc.boolean(),
  transit: fc.option(anyPlace, { freq: 2 }),
  endpoints: endpointsDraft,
  instances: fc.array(instanceDraft, { minLength: 1, maxLength: 3 }),
  fleets: fc.array(fleetDraft, { maxLength: 1 }),
  balancers: fc.array(balancerDraft, { maxLength: 1 }),
  function: functionDraft,
  databases: databasesDraft,
  caches: cachesDraft,
});
type Draft = Drawn<typeof networkDraft>;

/** The blueprint of a drawn network. */
export function networkBlueprintOf(drawn: Draft): PlacedTree {
  const tiers = tiersOf(drawn.tiers, drawn.zones, drawn.hasIpv6);
  const groups = drawn.securityGroups.map((_, index) => nameAt("group", index));
  const hosts = [...instancesOf(drawn.instances, tiers, groups), ...fleetsOf(drawn.fleets, tiers, groups)];
  const balancers = balancersOf(drawn.balancers, tiers, groups, hosts);
  const tree = {
    apiVersion: "hextet/v1",
    name: "random",
    region: "eu-west-1",
    network: networkOf(drawn, tiers, groups),
    compute: computeOf(hosts),
    loadBalancers: loadBalancersOf(balancers),
    targetGroups: targetGroupsOf(balancers),
    lambda: lambdaOf(drawn.function, tiers, groups),
    rds: rdsOf(drawn.databases, tiers, groups),
    elasticache: elasticacheOf(drawn.caches, tiers, groups),
  };
  return { tree, tiers, groups, hosts };
}

/** A blueprint with what others can name. */
interface PlacedTree {
  readonly tree: Tree;
  readonly tiers: readonly Tier[];
  readonly groups: readonly string[];
  readonly hosts: readonly Host[];
}

function networkOf(drawn: Draft, tiers: readonly Tier[], groups: readonly string[]): Tree {
  const natGateways = natGatewaysOf(drawn.natGateways, tiers);
  const lists = drawn.prefixLists.map(({ isIpv6 }, index) => ({
    name: nameAt("list", index),
    family: isIpv6 ? ("ipv6" as const) : ("ipv4" as const),
  }));
  const named: Named = { tiers, groups, prefixLists: lists };
  const attachment = attachmentOf(drawn, tiers);
  return {
    vpc: vpcOf(drawn, tiers),
    availabilityZones: drawn.zones,
    subnets: subnetsOf(tiers, natGateways),
    natGateways: mapOf(natGateways.map(({ name, body }) => [name, body])),
    routes: routesOf(drawn.routes, tiers, {
      natGateways,
      peerings: drawn.hasPeering ? ["partner"] : [],
      attachments: attachment === null ? [] : [{ name: "backbone", zones: attachment.zones }],
    }),
    networkAcls: networkAclsOf(drawn.networkAcls, tiers, drawn.hasIpv6),
    securityGroups: securityGroupsOf(drawn.securityGroups, named),
    prefixLists: prefixListsOf(drawn),
    vpcEndpoints: vpcEndpointsOf(drawn.endpoints, tiers, groups),
    instanceConnectEndpoints: instanceConnectOf(drawn.endpoints, tiers, groups),
    vpcPeeringConnections: drawn.hasPeering ? { partner: PARTNER } : undefined,
    transitGatewayAttachments:
      attachment === null
        ? undefined
        : { backbone: { transitGateway: { id: "tgw-0123abc" }, subnets: [attachment.name] } },
  };
}

const PARTNER = { side: { request: { peerVpcId: "vpc-0123abc" } } };

/** A transit gateway takes traffic in zones in which it has a subnet with IPv4. */
function attachmentOf({ transit }: Draft, tiers: readonly Tier[]): Tier | null {
  return transit === null
    ? null
    : pick(
        tiers.filter(({ hasIpv4 }) => hasIpv4),
        transit,
      );
}

/** A block of Amazon's is known only after apply; one of the user's own is known before. */
const OWN_BLOCK = { byoip: { poolId: "ipv6pool-ec2-0123abc", cidr: "2a05:db8:1::/56" } };

function vpcOf({ hasIpv6, hasOwnBlock }: Draft, tiers: readonly Tier[]): Tree {
  const hasMoreIpv4 = tiers.some((tier) => tier.hasIpv4 && tier.draft.otherIpv4Block);
  const hasMoreIpv6 = tiers.some((tier) => tier.hasIpv6 && tier.draft.otherIpv6Block);
  return {
    ipv4Cidr: "10.20.0.0/16",
    ipv6: hasIpv6 ? (hasOwnBlock ? OWN_BLOCK : { amazonProvided: {} }) : { none: {} },
    additionalIpv4Cidrs: hasMoreIpv4 ? { more: { cidr: "100.64.0.0/16" } } : undefined,
    additionalIpv6Cidrs: hasMoreIpv6 ? { more: { amazonProvided: {} } } : undefined,
  };
}

function prefixListsOf({ prefixLists }: Draft): Tree | undefined {
  return mapOf(
    prefixLists.map(({ isIpv6, blocks }, index) => {
      const all: readonly string[] = isIpv6 ? IPV6_BLOCKS : IPV4_BLOCKS;
      const entries = pickSome(all.slice(1), [0, ...blocks]).map(
        (cidr, at) => [nameAt("block", at), { cidr }] as const,
      );
      const addressFamily = isIpv6 ? "IPv6" : "IPv4";
      return [nameAt("list", index), { addressFamily, entries: mapOf(entries) }];
    }),
  );
}
