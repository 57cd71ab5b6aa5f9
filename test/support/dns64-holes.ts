import { expect } from "vitest";
import { destinations } from "../../src/aws/destinations/destinations.ts";
import { formatPath } from "../../src/base/path.ts";
import { contains, parsePrefix } from "../../src/base/prefix.ts";
import { findingsOf } from "../../src/reach/findings/findings-of.ts";
import type { Node } from "../../src/reach/topology/nodes.ts";
import type { Topology, TopologySubnet } from "../../src/reach/topology/topology.ts";
import { indexTopology } from "../../src/reach/walk/index-topology.ts";
import type { Verdict } from "../../src/reach/walk/trace.ts";
import { trace } from "../../src/reach/walk/trace-query.ts";

/** What becomes of each subnet with DNS64 in the modules of `fixtures/reach`: four have holes, the fifth has none. */
export const HOLES: Readonly<Record<string, Readonly<Record<string, Dns64>>>> = {
  count: {
    "module.vpc.aws_subnet.private[0]": "hole",
    "module.vpc.aws_subnet.private[1]": "hole",
    "module.vpc.aws_subnet.private[2]": "hole",
  },
  "for-each": {
    'module.vpc.module.private.aws_subnet.this["a"]': "hole",
    'module.vpc.module.private.aws_subnet.this["b"]': "hole",
  },
  joined: {
    "module.subnets.aws_subnet.private[0]": "nat64",
    "module.subnets.aws_subnet.private[1]": "nat64",
    "module.subnets.aws_subnet.public[0]": "hole",
    "module.subnets.aws_subnet.public[1]": "hole",
  },
  "two-vpcs": { "aws_subnet.app": "nat64", "aws_subnet.bare": "hole" },
  "count-with-nat64": {
    "module.vpc.aws_subnet.private[0]": "nat64",
    "module.vpc.aws_subnet.private[1]": "nat64",
    "module.vpc.aws_subnet.private[2]": "nat64",
  },
};

/** The addresses of the subnets that have holes. */
export function holesIn(fates: Readonly<Record<string, Dns64>>): readonly string[] {
  return Object.keys(fates).filter((address) => fates[address] === "hole");
}

/** All that the engine says of a topology by itself, as `rule place`. */
export function foundIn(topology: Topology): readonly string[] {
  return findingsOf(indexTopology(topology, destinations), []).map(
    ({ rule, place }) => `${rule} ${place.kind === "terraform" ? place.address : formatPath(place.path)}`,
  );
}

/** What becomes of a packet to 64:ff9b::/96 in a subnet with DNS64. */
export type Dns64 = "hole" | "nat64" | "unknown";

/** For each subnet with DNS64, whether what its resolver answers leads to a NAT gateway. */
export function dns64Of(topology: Topology): Readonly<Record<string, Dns64>> {
  const subnets = topology.subnets.filter(({ dns64, ipv6 }) => dns64 !== "no" && ipv6 !== null);
  return Object.fromEntries(subnets.map((subnet) => [subnet.id, fateOf(topology, subnet)]));
}

function fateOf(topology: Topology, subnet: TopologySubnet): Dns64 {
  const table = topology.routeTables.find(({ id }) => id === subnet.routeTable);
  if (subnet.dns64 !== "yes" || table === undefined) return "unknown";
  const nat64 = parsePrefix("64:ff9b::/96");
  if (nat64 === null) throw new Error("64:ff9b::/96 is no prefix");
  const touched = topology.leftOut.some(
    ({ touches }) =>
      touches.length === 0 || [subnet.id, subnet.vpc, table.id].some((id) => touches.includes(id)),
  );
  if (touched || table.routes.some(({ destination }) => destination.kind === "unknown")) return "unknown";
  const [best] = table.routes
    .flatMap(({ destination, target }) =>
      destination.kind === "block" &&
      destination.block.kind === "known" &&
      contains(destination.block.prefix, nat64)
        ? [{ length: destination.block.prefix.length, target }]
        : [],
    )
    .sort((a, b) => b.length - a.length);
  const gateway = topology.gateways.find(({ id }) => id === best?.target);
  if (gateway?.kind === "other") return "unknown";
  return gateway?.kind === "nat-gateway" ? "nat64" : "hole";
}

/** The walk of a host that has IPv6 alone to a server that has IPv4 alone, which DNS64 makes an IPv6 address for. */
export function fromHostIn(topology: Topology, subnet: string): Verdict {
  const found = topology.subnets.find(({ id }) => id === subnet);
  if (found === undefined) throw new Error(`no subnet ${subnet}`);
  const host: Node = {
    id: "host",
    kind: "instance",
    name: "host",
    place: found.place,
    interfaces: [
      { subnet, ipv4: null, ipv6: found.ipv6, publicIpv4: "no", publicIpv6: "yes", securityGroups: null },
    ],
    listens: [],
    opens: ["ipv6", "ipv4"],
    system: "linux",
    forwards: "no",
    names: [],
    intents: [],
  };
  const query = {
    from: { kind: "node", id: "host" },
    to: { kind: "destination", id: "github.com" },
    protocol: "tcp",
    port: 443,
  } as const;
  return trace({ ...topology, nodes: [host] }, destinations, query).verdict;
}

/** All is understood, each subnet with DNS64 has its fate, and the engine finds the holes and nothing else. */
export function expectFates(topology: Topology, expected: Readonly<Record<string, Dns64>>): void {
  expect(topology.leftOut).toEqual([]);
  expect(dns64Of(topology)).toEqual(expected);
  expect(foundIn(topology)).toEqual(holesIn(expected).map((address) => `route-black-hole ${address}`));
  const walked = Object.keys(expected).map((id) => [id, fromHostIn(topology, id)]);
  expect(Object.fromEntries(walked)).toEqual(
    Object.fromEntries(
      Object.entries(expected).map(([id, fate]) => [id, fate === "hole" ? "blocked" : "reaches"]),
    ),
  );
}
