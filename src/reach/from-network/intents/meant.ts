import { contains, type Prefix } from "../../../base/prefix.ts";
import { knownCidr } from "../../../model/addressing/cidr.ts";
import type { Block } from "../../topology/block.ts";
import type { GroupRule, TopologySecurityGroup, TrafficClass } from "../../topology/filters.ts";
import { groupsOf } from "../../topology/groups-of.ts";
import type { Intent, Node } from "../../topology/nodes.ts";
import type { NetworkContext } from "../network-context.ts";

/** A connection that is meant, and the node that opens it, or that takes it where the internet does. */
export interface Meant {
  /** Id of the node. */
  readonly node: string;
  readonly intent: Intent;
}

/** What intents are found in: the network, and all that its adapters made of it. */
export interface Declared {
  readonly context: NetworkContext;
  readonly nodes: readonly Node[];
  readonly securityGroups: readonly TopologySecurityGroup[];
}

/** The rules of the node's groups in a direction. */
export function rulesOf(
  { securityGroups }: Declared,
  node: Node,
  direction: "ingress" | "egress",
): readonly GroupRule[] {
  const own = groupsOf(node);
  return securityGroups.filter(({ id }) => own.has(id)).flatMap((group) => group[direction]);
}

/** True when the rule surely speaks of the TCP port. */
export function takesPort(traffic: TrafficClass, port: number): boolean {
  if (traffic.kind === "all") return true;
  return traffic.kind === "ports" && traffic.protocol === "tcp" && traffic.from <= port && port <= traffic.to;
}

/** The largest part of the internet that people write one block for: global unicast of IPv6, all of IPv4. */
const INTERNET: readonly Prefix[] = ["2000::/3", "0.0.0.0/0"].map((text) => knownCidr(text).prefix);

/** True when the block is the whole internet of the family. */
export function isForInternet(block: Block, family: "ipv4" | "ipv6"): boolean {
  if (block.kind !== "known" || block.prefix.family !== family) return false;
  return INTERNET.some((internet) => contains(block.prefix, internet));
}

/** What speaks of connections to the world is no client of a database: control planes, endpoints and balancers are. */
export function isClient({ kind }: Node): boolean {
  return CLIENTS.includes(kind);
}

const CLIENTS: readonly Node["kind"][] = [
  "instance",
  "auto-scaling-group",
  "ecs-service",
  "lambda-function",
  "eks-node-group",
];
