import { NAT64_PREFIX } from "../../../aws/well-known-prefixes.ts";
import { knownCidr, networkText } from "../../addressing/cidr.ts";
import type { Network } from "../../types/network.ts";
import type { Resolver } from "../../types/resolver.ts";
import type { Route, RouteTable } from "../../types/routing.ts";
import type { Tier, VpcDefaults } from "../../types/subnets.ts";
import type { Stage } from "../stage.ts";
import { whatIsThere } from "../what-is-there.ts";
import { withUserHooksUnused } from "../without-user-hooks.ts";

/** The stage `ipv6-only-subnets`: after it, the network is the target. */
export const ipv6OnlySubnetsStage: Stage = {
  id: "ipv6-only-subnets",
  title: "Add IPv6-only subnets with what runs in them, and all else that is new",
  why: "A subnet with IPv4 cannot become IPv6-only, so all of this is new, and needs everything before it. It leaves what serves alone. After it the VPC is what the blueprint says: migration can be removed",
  without: (network) => withoutUserHooks(withoutServices(withoutIpv6OnlyTiers(network))),
};

function withoutIpv6OnlyTiers(network: Network): Network {
  const there = whatIsThere(network);
  const dualStack = network.tiers.filter(({ addressing }) => addressing !== "ipv6-only");
  const routeTables = network.routeTables
    .filter((table) => serves(table, dualStack) || there.has("aws_route_table", table.id))
    .map((table) => ({
      ...table,
      routes: table.routes.filter((route) => !isNat64(route) || there.has("aws_route", route.id)),
    }));
  const tiers = dualStack.map((tier) =>
    hasNat64(tier, routeTables) || isDns64OfToday(tier, network)
      ? tier
      : { ...tier, nat64: false, enableDns64: false },
  );
  const hasTier = (name: string) => tiers.some((tier) => tier.name === name);
  return {
    ...network,
    tiers,
    routeTables,
    networkAcls: network.networkAcls.filter(
      (acl) => acl.tiers.length === 0 || acl.tiers.some(hasTier) || there.has("aws_network_acl", acl.name),
    ),
  };
}

/** Where NAT64 is in use already, hosts reach IPv4-only names by it: DNS64 stays as it is. */
function hasNat64({ subnets }: Tier, tables: readonly RouteTable[]): boolean {
  const own = tables.filter((table) => subnets.some(({ id }) => table.subnets.includes(id)));
  return own.length > 0 && own.every(({ routes }) => routes.some(isNat64));
}

/** On in subnets that were there, where no stage brings a route to NAT64: nobody but who made the subnets turned it on. */
function isDns64OfToday(tier: Tier, network: Network): boolean {
  const there = whatIsThere(network);
  const isThere = tier.subnets.every(({ id }) => there.has("aws_subnet", id));
  return tier.enableDns64 && isThere && !hasNat64(tier, network.routeTables);
}

/** Tiers that stay may share the table of one that goes. */
function serves({ tier, subnets }: RouteTable, tiers: readonly Tier[]): boolean {
  return tiers.some((one) => one.name === tier || one.subnets.some(({ id }) => subnets.includes(id)));
}

function isNat64({ destination }: Route): boolean {
  return networkText(destination) === networkText(knownCidr(NAT64_PREFIX));
}

function withoutServices(network: Network): Network {
  const there = whatIsThere(network);
  return {
    ...network,
    vpc: { ...network.vpc, defaults: untouched(network.vpc.defaults) },
    dhcpOptions: null,
    flowLogs: network.flowLogs
      .map((one) => ({ ...one, scopes: one.scopes.filter(({ id }) => there.has("aws_flow_log", id)) }))
      .filter(({ scopes }) => scopes.length > 0),
    blockPublicAccess: null,
    vpcEndpoints: network.vpcEndpoints.filter(({ name }) => there.has("aws_vpc_endpoint", name)),
    instanceConnectEndpoints: [],
    eks: { clusters: [] },
    lambda: { functions: [] },
    ecs: { namespaces: [], clusters: [], taskDefinitions: [], services: [] },
    route53: { ...network.route53, ...NO_RESOLVER },
    cloudwatch: { metricFilters: [], alarms: [], dashboards: [] },
  };
}

const NO_RESOLVER: Resolver = {
  resolverEndpoints: [],
  resolverRules: [],
  resolverRuleAssociations: [],
  dnsFirewall: null,
  resolverQueryLogs: [],
};

/** Hosts that live by what AWS made with the VPC have a group, a table and an ACL of their own by the last stage. */
function untouched(defaults: VpcDefaults): VpcDefaults {
  return { ...defaults, securityGroup: "untouched", routeTable: "untouched", networkAcl: "untouched" };
}

/** Nobody but the user knows what a hook of theirs needs to be there: all of the target is. */
function withoutUserHooks(network: Network): Network {
  return { ...network, hooks: withUserHooksUnused(network.hooks) };
}
