import { parsePrefix } from "../../src/base/prefix.ts";
import type { Block } from "../../src/reach/topology/block.ts";
import type { AclEntry, GroupRule, TrafficClass } from "../../src/reach/topology/filters.ts";
import type { Interface, Node } from "../../src/reach/topology/nodes.ts";
import type {
  Gateway,
  Place,
  Topology,
  TopologyRoute,
  TopologySubnet,
  TopologyVpc,
} from "../../src/reach/topology/topology.ts";

/** Where something of a made-up topology is written. */
export function placeOf(address: string): Place {
  return { kind: "terraform", address };
}

/** A known block; throws when the text is none. */
export function block(text: string): Block {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`${text} is no prefix`);
  return { kind: "known", prefix };
}

/** A VPC with DNS, `vpc` unless another id is given. */
export function vpc(blocks: readonly string[], rest: Partial<TopologyVpc> = {}): TopologyVpc {
  const id = rest.id ?? "vpc";
  return {
    id,
    place: placeOf(id),
    blocks: blocks.map(block),
    dnsSupport: "yes",
    dnsHostnames: "yes",
    publicAccess: "open",
    domainRules: [],
    ...rest,
  };
}

/** A subnet with a table and an ACL of its own names: `<id>-routes`, `open`. */
export function subnet(
  id: string,
  ipv4: string | null,
  ipv6: string | null,
  rest: Partial<TopologySubnet> = {},
): TopologySubnet {
  return {
    id,
    place: placeOf(id),
    vpc: "vpc",
    zone: "a",
    ipv4: ipv4 === null ? null : block(ipv4),
    ipv6: ipv6 === null ? null : block(ipv6),
    routeTable: `${id}-routes`,
    networkAcl: "open",
    dns64: "no",
    publicAccess: "open",
    ...rest,
  };
}

/** A route of a block, or of an AWS service such as `s3`, to a target. */
export function route(destination: string, target: string): TopologyRoute {
  const prefix = parsePrefix(destination);
  return {
    id: `${destination} to ${target}`,
    place: placeOf(`${destination} to ${target}`),
    destination:
      prefix === null
        ? { kind: "service", service: destination }
        : { kind: "block", block: { kind: "known", prefix } },
    target,
  };
}

/** TCP ports; all packets where none are given. */
export function tcp(from?: number, to: number | undefined = from): TrafficClass {
  return from === undefined || to === undefined
    ? { kind: "all" }
    : { kind: "ports", protocol: "tcp", from, to };
}

/** An entry of a network ACL. */
export function entry(
  ruleNumber: number,
  action: AclEntry["action"],
  cidr: string,
  traffic: TrafficClass = { kind: "all" },
): AclEntry {
  return { place: placeOf(`entry ${ruleNumber}`), ruleNumber, action, traffic, block: block(cidr) };
}

/** A rule of a security group, for a block or for another group. */
export function rule(peer: string, traffic: TrafficClass = { kind: "all" }): GroupRule {
  const prefix = parsePrefix(peer);
  return {
    place: placeOf(`rule for ${peer}`),
    traffic,
    peer:
      prefix === null
        ? { kind: "security-group", id: peer }
        : { kind: "block", block: { kind: "known", prefix } },
  };
}

/** A host on which anything listens, in one subnet and the group `all`. */
export function host(
  id: string,
  own: Partial<Interface> & Pick<Interface, "subnet">,
  rest: Partial<Node> = {},
): Node {
  return {
    id,
    kind: "instance",
    name: id,
    place: placeOf(id),
    interfaces: [
      {
        ipv4: null,
        ipv6: null,
        publicIpv4: "no",
        publicIpv6: own.ipv6 === undefined || own.ipv6 === null ? "no" : "yes",
        securityGroups: ["all"],
        ...own,
      },
    ],
    listens: (["tcp", "udp"] as const).map((protocol) => ({
      place: placeOf(id),
      protocol,
      from: 0,
      to: 65_535,
      families: ["ipv4", "ipv6"],
      what: "what it runs",
    })),
    opens: ["ipv4", "ipv6"],
    system: "linux",
    forwards: "no",
    names: [],
    intents: [],
    ...rest,
  };
}

/** The gateways of the VPC by kind: `igw`, `eigw`, and a NAT gateway `nat` in the subnet. */
export function gateways(natSubnet: string | null = null): readonly Gateway[] {
  const all: readonly Gateway[] = [
    { id: "eigw", place: placeOf("eigw"), kind: "egress-only-internet-gateway", vpc: "vpc" },
    { id: "igw", place: placeOf("igw"), kind: "internet-gateway", vpc: "vpc", edgeRouteTable: null },
  ];
  if (natSubnet === null) return all;
  const connectivity = "public" as const;
  return [
    ...all,
    { id: "nat", place: placeOf("nat"), kind: "nat-gateway", vpc: "vpc", subnet: natSubnet, connectivity },
  ];
}

interface MadeTopology extends Partial<Topology> {
  /** Routes by the ids of subnets: each has a table of its own. */
  readonly routes?: Readonly<Record<string, readonly TopologyRoute[]>>;
  readonly acls?: Readonly<Record<string, { ingress: readonly AclEntry[]; egress: readonly AclEntry[] }>>;
  readonly groups?: Readonly<Record<string, { ingress: readonly GroupRule[]; egress: readonly GroupRule[] }>>;
}

const ANY = ["0.0.0.0/0", "::/0"];

/** A topology of which only what matters is given: filters are open unless they are said not to be. */
export function madeTopology({ routes = {}, acls = {}, groups = {}, ...rest }: MadeTopology): Topology {
  const subnets = rest.subnets ?? [];
  const vpcs = rest.vpcs ?? [vpc(["10.0.0.0/16", "2001:db8::/56"])];
  const vpcOf = (id: string) => subnets.find((one) => one.id === id)?.vpc ?? "vpc";
  const open = ANY.map((cidr, n) => entry(100 + n, "allow", cidr));
  const all = ANY.map((cidr) => rule(cidr));
  const own = <T extends object>(made: Readonly<Record<string, T>>) =>
    Object.entries(made).map(([id, one]) => ({ id, place: placeOf(id), vpc: "vpc", ...one }));
  return {
    region: "eu-west-1",
    vpcs,
    subnets,
    routeTables: subnets.map(({ id }) => ({
      id: `${id}-routes`,
      place: placeOf(`${id}-routes`),
      vpc: vpcOf(id),
      routes: routes[id] ?? [],
    })),
    filters: {
      networkAcls: own({ open: { ingress: open, egress: open }, ...acls }),
      securityGroups: own({ all: { ingress: all, egress: all }, ...groups }),
    },
    gateways: [],
    nodes: [],
    hostedZones: [],
    blockPublicAccess: null,
    leftOut: [],
    ...rest,
  };
}
