import { formatAddress, hostAddress } from "../../base/prefix.ts";
import type { Cloud, NetworkInterface, SecurityGroup, Subnet, Vpc } from "../cloud/cloud.ts";
import { PORTED, PROTOCOLS } from "../protocols.ts";
import { type Draft, type Drafts, INNER } from "./drafts.ts";
import { anyPortRuleset, type Members, membersOf, securityGroupRuleset } from "./filter-rules.ts";
import type { LabDestination, LabSource } from "./lab-plan.ts";
import { bridgeNames, linkLocal } from "./next-hops.ts";
import { planNatGateway, planTranslator, TUN } from "./plan-nat-gateway.ts";
import { RESOLVER_IPV6, resolverIpv4 } from "./plan-resolver.ts";

/** What can be tried from the interfaces, and to them. */
export interface PlannedInterfaces {
  readonly sources: readonly LabSource[];
  readonly destinations: readonly LabDestination[];
}

/** A namespace for each network interface and NAT gateway, at the bridge of its subnet. */
export function planInterfaces(
  drafts: Drafts,
  cloud: Cloud,
  routers: ReadonlyMap<string, Draft>,
): PlannedInterfaces {
  const members = membersOf(cloud.interfaces);
  const at = (name: string) => placeOf(cloud, routers, name);
  const planned = cloud.interfaces.map((one, index) => {
    const { subnet, vpc, router } = at(one.subnet);
    const draft = host(drafts, one.name, index, { ...one, subnet }, router, bridgeNames(cloud));
    filter(draft, one, cloud.securityGroups, members, resolverIpv4(vpc));
    return { source: sourceOf(draft, one, vpc), destination: destinationOf(one, cloud.securityGroups) };
  });
  for (const [index, gateway] of cloud.natGateways.entries()) {
    const { subnet, router } = at(gateway.subnet);
    const number = cloud.interfaces.length + index;
    const place = { ipv4: gateway.ipv4, ipv6: null, subnet };
    const draft = host(drafts, gateway.name, number, place, router, bridgeNames(cloud));
    // IPv6 packets for 64:ff9b::/96 come from here although the gateway has no IPv6 address of its own.
    draft.route("ipv6", "default", "eth0", INNER);
    planNatGateway(draft, gateway);
  }
  return {
    sources: planned.map(({ source }) => source),
    destinations: planned.map(({ destination }) => destination),
  };
}

function placeOf(cloud: Cloud, routers: ReadonlyMap<string, Draft>, name: string) {
  const subnet = cloud.subnets.find((one) => one.name === name);
  const vpc = cloud.vpcs.find((one) => one.name === subnet?.vpc);
  const router = routers.get(vpc?.name ?? "");
  if (subnet === undefined || vpc === undefined || router === undefined)
    throw new Error(`internal error: ${name} has no router`);
  return { subnet, vpc, router };
}

function host(
  drafts: Drafts,
  label: string,
  number: number,
  place: { readonly ipv4: bigint | null; readonly ipv6: bigint | null; readonly subnet: Subnet },
  router: Draft,
  bridges: ReadonlyMap<string, string>,
): Draft {
  const { ipv4, ipv6, subnet } = place;
  const draft = drafts.add(label);
  const addresses = [`${linkLocal(number)}/64`];
  if (ipv4 !== null && subnet.ipv4 !== null) {
    addresses.push(`${formatAddress("ipv4", ipv4)}/${subnet.ipv4.length}`);
    draft.route("ipv4", "default", "eth0", formatAddress("ipv4", hostAddress(subnet.ipv4, 1)));
  }
  if (ipv6 !== null && subnet.ipv6 !== null) {
    addresses.push(`${formatAddress("ipv6", ipv6)}/${subnet.ipv6.length}`);
    draft.route("ipv6", "default", "eth0", INNER);
  }
  draft.device("wire", "eth0", addresses);
  router.device("wire", `h${number}`, [], bridges.get(subnet.name) ?? null);
  drafts.wire(draft, "eth0", router, `h${number}`);
  return draft;
}

function filter(
  draft: Draft,
  one: NetworkInterface,
  groups: readonly SecurityGroup[],
  members: Members,
  resolver: string | null,
): void {
  draft.listens = one.listens;
  draft.forwards = !one.sourceDestCheck;
  const { securityGroups } = one;
  if (securityGroups !== null) {
    const own = groups.filter(({ name }) => securityGroups.includes(name));
    draft.nft.push(securityGroupRuleset(own, members, resolver, one.translates ? TUN : null));
  }
  if (one.translates) planTranslator(draft);
  if (one.listens.any) draft.nft.push(anyPortRuleset());
}

function sourceOf(draft: Draft, one: NetworkInterface, vpc: Vpc): LabSource {
  const { name, address, subnet, ipv4, ipv6 } = one;
  const own = ipv4 === null ? RESOLVER_IPV6 : resolverIpv4(vpc);
  return {
    name,
    address,
    subnet,
    namespace: draft.name,
    ipv4: ipv4 === null ? null : formatAddress("ipv4", ipv4),
    ipv6: ipv6 === null ? null : formatAddress("ipv6", ipv6),
    resolver: vpc.dnsSupport ? own : null,
    isInternet: false,
  };
}

function destinationOf(one: NetworkInterface, groups: readonly SecurityGroup[]): LabDestination {
  const { name, address, subnet, ipv4, ipv6, publicIpv4, listens, securityGroups } = one;
  const rules = groups
    .filter((group) => securityGroups?.includes(group.name))
    .flatMap(({ ingress }) => ingress);
  const named = rules.flatMap(({ protocol, ports }) =>
    ports === null
      ? []
      : [{ protocol: PORTED.get(protocol ?? PROTOCOLS.tcp) ?? ("tcp" as const), port: ports.from }],
  );
  const text = (family: "ipv4" | "ipv6", value: bigint | null) =>
    value === null ? null : formatAddress(family, value);
  return {
    name,
    address,
    subnet,
    ipv4: text("ipv4", ipv4),
    ipv6: text("ipv6", ipv6),
    publicIpv4: text("ipv4", publicIpv4),
    listens,
    ports: [...new Map(named.map((port) => [`${port.protocol} ${port.port}`, port])).values()],
  };
}
