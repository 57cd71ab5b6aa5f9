import { invariant } from "../../base/invariant.ts";
import { formatAddress, formatPrefix, hostAddress, type Prefix } from "../../base/prefix.ts";
import type { Cloud, OutsideVpc, Route, Subnet, Vpc } from "../cloud/cloud.ts";
import { type Draft, INNER, OUTER } from "./drafts.ts";
import { chain, networkAclChains, table } from "./filter-rules.ts";
import { bridgeNames, type NextHop, nextHops } from "./next-hops.ts";
import { EGRESS_ONLY, INTERNET_GATEWAY } from "./plan-edge.ts";
import { type TransitWire, transitJumps } from "./plan-transit-gateway.ts";

/** The table of what comes in by gateways: local routes alone. */
const LOCAL_TABLE = 10;
const FIRST_SUBNET_TABLE = 100;
/** A route of the table wins over a local one of the same length. */
const ROUTE_METRIC = 100;
const LOCAL_METRIC = 2000;
const LAST_METRIC = 3000;

/** Beside the cloud: the device of each outside network. */
export interface RouterParts {
  readonly cloud: Cloud;
  readonly vpc: Vpc;
  readonly outsideDevices: ReadonlyMap<string, string>;
  /** Of the VPC's attachments. */
  readonly transitWires: readonly TransitWire[];
}

/**
 * The router of a VPC: a bridge for each subnet, a table for each subnet's routes, which packets from that subnet use,
 * and the network ACLs, which it applies where packets leave or enter a subnet.
 */
export function planRouter(router: Draft, parts: RouterParts): void {
  const { cloud, vpc } = parts;
  const bridges = bridgeNames(cloud);
  const subnets = cloud.subnets.filter((subnet) => subnet.vpc === vpc.name);
  router.forwards = true;
  for (const subnet of subnets) {
    const gateway = subnet.ipv4 === null ? [] : [`${formatAddress("ipv4", hostAddress(subnet.ipv4, 1))}/32`];
    router.device("bridge", bridges.get(subnet.name) ?? "", [...gateway, `${INNER}/64`]);
  }
  const localRoutes = (to: number) => {
    for (const subnet of subnets)
      for (const block of blocksOf(subnet))
        router.route(block.family, formatPrefix(block), bridges.get(subnet.name) ?? "", null, {
          table: to,
          metric: LOCAL_METRIC,
        });
    for (const block of [...vpc.ipv4, ...vpc.ipv6.map(({ prefix }) => prefix)])
      router.drop(block.family, formatPrefix(block), to, LAST_METRIC);
    router.drop("ipv4", "default", to, LAST_METRIC);
    router.drop("ipv6", "default", to, LAST_METRIC);
  };
  localRoutes(LOCAL_TABLE);
  for (const [index, subnet] of subnets.entries()) {
    const own = FIRST_SUBNET_TABLE + index;
    localRoutes(own);
    for (const route of subnet.routes) addRoute(router, parts, subnet, route, own);
    router.rules.push({ device: bridges.get(subnet.name) ?? "", table: own });
    // What a transit gateway brings goes on by the table of the attachment's subnet.
    for (const wire of parts.transitWires.filter((one) => one.subnet.name === subnet.name))
      router.rules.push({ device: wire.device, table: own });
  }
  router.rules.push({ device: null, table: LOCAL_TABLE });
  router.nft.push(networkAcls(parts, subnets, bridges));
}

function blocksOf({ ipv4, ipv6 }: Subnet): readonly Prefix[] {
  return [ipv4, ipv6].filter((block) => block !== null);
}

function addRoute(router: Draft, parts: RouterParts, subnet: Subnet, route: Route, own: number): void {
  const { family } = route.destination;
  const destination = formatPrefix(route.destination);
  const way = wayOf(parts, subnet, route);
  const via = way === null ? null : family === "ipv4" ? way.ipv4 : way.ipv6;
  if (way === null || via === null) router.drop(family, destination, own, ROUTE_METRIC);
  else router.route(family, destination, way.device, via, { table: own, metric: ROUTE_METRIC });
}

interface Way {
  readonly device: string;
  readonly ipv4: string | null;
  readonly ipv6: string;
}

/** Null: AWS drops what takes this route. */
function wayOf(
  { cloud, vpc, outsideDevices, transitWires }: RouterParts,
  subnet: Subnet,
  route: Route,
): Way | null {
  const { target } = route;
  const wire = (device: string): Way => ({ device, ipv4: OUTER, ipv6: OUTER });
  switch (target.kind) {
    case "internet-gateway":
      return vpc.internetGateway === null ? null : wire(INTERNET_GATEWAY);
    case "egress-only-internet-gateway":
      return vpc.egressOnlyInternetGateway === null ? null : wire(EGRESS_ONLY);
    case "nat-gateway":
    case "interface":
      return wayBy(nextHops(cloud).get(target.name));
    case "outside": {
      const device = outsideDevices.get(target.name);
      return device === undefined || !isAttached(cloud, target.name, subnet) ? null : wire(device);
    }
    case "transit-gateway": {
      const own = transitWires.filter(({ gateway }) => gateway === target.name);
      const near = own.find((one) => one.subnet.availabilityZone === subnet.availabilityZone);
      return near === undefined ? null : wire(near.device);
    }
    case "nowhere":
      return null;
  }
}

function wayBy(hop: NextHop | undefined): Way | null {
  return hop === undefined ? null : { device: hop.bridge, ipv4: hop.ipv4, ipv6: hop.linkLocal };
}

/** A transit gateway takes packets only from zones in which it has a subnet. */
function isAttached(cloud: Cloud, outside: string, subnet: Subnet): boolean {
  const attached = memberIn(cloud, outside, subnet.vpc)?.attachedSubnets ?? null;
  if (attached === null) return true;
  return cloud.subnets.some(
    ({ name, availabilityZone }) => attached.includes(name) && availabilityZone === subnet.availabilityZone,
  );
}

function memberIn(cloud: Cloud, outside: string, vpc: string): OutsideVpc | null {
  const found = cloud.outsides.find(({ name }) => name === outside);
  return found?.vpcs.find((one) => one.vpc === vpc) ?? null;
}

/** Stateless, at the border of a subnet, both ways; inside a subnet packets pass the bridge and no filter. */
function networkAcls(
  { cloud, vpc, outsideDevices, transitWires }: RouterParts,
  subnets: readonly Subnet[],
  bridges: ReadonlyMap<string, string>,
): string {
  const chains = new Map(cloud.networkAcls.map(({ name }, index) => [name, `acl${index}`]));
  const jumps = subnets.flatMap((subnet) => {
    const name = subnet.networkAcl === null ? undefined : chains.get(subnet.networkAcl);
    const bridge = bridges.get(subnet.name);
    if (name === undefined) return [];
    return [`iifname "${bridge}" jump ${name}_egress`, `oifname "${bridge}" jump ${name}_ingress`];
  });
  const attachments = [...outsideDevices].flatMap(([outside, device]) =>
    subnets.flatMap((subnet) => {
      const attached = attachmentSubnet(cloud, outside, vpc, subnet);
      const bridge = bridges.get(subnet.name);
      invariant(bridge !== undefined, `${subnet.name} has no bridge`);
      return attached === null ? [] : attachmentJumps(attached, subnet, { device, bridge }, chains);
    }),
  );
  const transit = transitWires.flatMap((wire) => transitJumps(wire, subnets, bridges, chains));
  const sameSubnet = subnets.map(({ name }) => {
    const bridge = bridges.get(name);
    return `iifname "${bridge}" oifname "${bridge}" accept`;
  });
  return table("network_acls", [
    ...cloud.networkAcls.flatMap((acl) => networkAclChains(acl, chains.get(acl.name) ?? "")),
    chain("forward", "type filter hook forward priority 0; policy accept;", [
      ...sameSubnet,
      ...attachments,
      ...transit,
      ...jumps,
    ]),
  ]);
}

/** What comes to hosts of the attachment's own subnet no entry judges. */
function attachmentJumps(
  attached: Subnet,
  subnet: Subnet,
  { device, bridge }: { readonly device: string; readonly bridge: string },
  chains: ReadonlyMap<string, string>,
): readonly string[] {
  const name = chains.get(attached.networkAcl ?? "");
  const arriving = `iifname "${device}" oifname "${bridge}"`;
  const leaving = name === undefined ? [] : [`iifname "${bridge}" oifname "${device}" jump ${name}_ingress`];
  if (attached.name === subnet.name) return [...leaving, `${arriving} accept`];
  return name === undefined ? [] : [...leaving, `${arriving} jump ${name}_egress`];
}

/**
 * Where what a subnet's hosts send to a transit gateway goes in, and what it sends to them comes out: the attachment's
 * subnet of the same zone. Its ACL judges that, each way at one side:
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html
 */
function attachmentSubnet(cloud: Cloud, outside: string, vpc: Vpc, subnet: Subnet): Subnet | null {
  const attached = memberIn(cloud, outside, vpc.name)?.attachedSubnets ?? [];
  const own = cloud.subnets.filter(({ name }) => attached.includes(name));
  return own.find(({ availabilityZone }) => availabilityZone === subnet.availabilityZone) ?? own[0] ?? null;
}
