import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Node, NodeKind } from "../topology/nodes.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import type { Target } from "./attempt.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { resolveName } from "./resolve-name.ts";
import { interfacesFor, type Tries, targetsFrom } from "./targets-of.ts";
import type { Hop } from "./trace.ts";

/** What a client in a subnet tries to reach a node: by a name that leads to it, or by its addresses. */
export function triesOfNode(index: TopologyIndex, subnet: TopologySubnet | null, node: Node): Tries {
  const view = subnet === null ? "internet" : `${subnet.vpc} ${subnet.dns64}`;
  return once(index, `tries from ${view}`, node, () => find(index, subnet, node));
}

function find(index: TopologyIndex, subnet: TopologySubnet | null, node: Node): Tries {
  const name = subnet === null ? null : nameOf(index, subnet, node);
  if (name !== null) {
    const asked = { name, families: [], service: null, facts: [] };
    return { ...targetsFrom(index, resolveName(index, subnet, asked), []), setting: null };
  }
  const families = familiesOf(node);
  const own = families.flatMap((family) => targets(node, family, subnet));
  const isMadeUp = NAMED_BY_AWS.includes(node.kind) && !families.includes("ipv6") && families.length > 0;
  const dns64 = isMadeUp && subnet !== null ? subnet.dns64 : "no";
  const made = dns64 === "no" ? [] : targets(node, "ipv4", subnet).map(translated);
  const worlds = dns64 === "unknown" ? [[...made, ...own], own] : [[...made, ...own]];
  return { worlds, step: null, setting: null };
}

/** The first of the names that lead to the node in the subnet's VPC. */
function nameOf(index: TopologyIndex, { vpc }: TopologySubnet, node: Node): string | null {
  const zones = index.topology.hostedZones.filter(({ vpcs }) => vpcs === null || vpcs.includes(vpc));
  const records = zones.flatMap((zone) => zone.records);
  const own = records.find(({ answer }) => answer.kind === "node" && answer.node === node.id);
  return own === undefined || own.name.startsWith("*") ? null : own.name;
}

/** What AWS gives names to: clients do not write their addresses. */
const NAMED_BY_AWS: readonly NodeKind[] = [
  "load-balancer",
  "database",
  "cache",
  "eks-cluster",
  "vpc-endpoint",
];

/** The families in which it can be called, in the order in which clients try them. */
function familiesOf({ interfaces, listens }: Node): readonly AddressFamily[] {
  const both = ["ipv6", "ipv4"] as const;
  const has = both.filter((family) => interfaces.some((one) => one[family] !== null));
  const taken = has.filter(
    (family) => listens.length === 0 || listens.some(({ families }) => families.includes(family)),
  );
  return taken.length > 0 ? taken : has;
}

function targets(node: Node, family: AddressFamily, subnet: TopologySubnet | null): readonly Target[] {
  return interfacesFor(node, family).map((own) => ({
    name: null,
    family,
    isTranslated: false,
    before: subnet !== null && family === "ipv4" && isPublicBalancer(node) ? [publicName(node)] : [],
    end: { kind: "interface", node, own },
  }));
}

function translated(target: Target): Target {
  return { ...target, family: "ipv6", isTranslated: true };
}

function isPublicBalancer({ kind, interfaces }: Node): boolean {
  return kind === "load-balancer" && interfaces.some(({ publicIpv4 }) => publicIpv4 !== "no");
}

function publicName({ id, place }: Node): Hop {
  return {
    kind: "service",
    direction: "there",
    what: id,
    passes: "unknown",
    reason: `the name of ${id} answers with public IPv4 addresses, inside the VPC too: this is the way by its private ones`,
    place,
    facts: [reachabilityFacts.publicBalancerNameIsPublic],
  };
}
