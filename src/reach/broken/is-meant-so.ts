import type { Fact } from "../../aws/facts/fact.ts";
import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import type { Network } from "../../model/types/network.ts";
import { defaultGroupId } from "../from-network/security-groups.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { GroupPeer } from "../topology/filters.ts";
import { groupsOf } from "../topology/groups-of.ts";
import type { Intent, Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { Hop } from "../walk/trace.ts";
import { takesTraffic } from "./closest-value.ts";
import { isIpv4Task } from "./may-break.ts";

const BLOCKS: readonly Fact[] = Object.values(publicAccessFacts);

/** A broken connection, before it is told. */
interface Suspect {
  readonly node: Node;
  readonly intent: Intent;
  readonly hop: Hop | null;
  /** True: through NAT64. */
  readonly isTranslated: boolean;
}

/**
 * True where the author may well mean what breaks the connection, where nothing is written of it, or where a rule that knows
 * the mistake by its name tells of it.
 */
export function isMeantSo(network: Network, topology: Topology, suspect: Suspect): boolean {
  const { intent, hop } = suspect;
  // The rules of the default group are written nowhere, and somebody may have changed them; default-security-group-emptied
  // knows by its name what an emptied one breaks.
  if (hop?.what === defaultGroupId(network)) return true;
  // Rules of their own know what Block Public Access shuts.
  if (hop?.facts.some((fact) => BLOCKS.includes(fact)) === true) return true;
  if (intent.to.kind === "from-internet") return isForOthers(topology, suspect);
  return isToldByName(network, topology, suspect);
}

/** Rules on addresses, routes, NAT gateways, ECS and Systems Manager know what is no filter's doing by its name. */
function isToldByName(network: Network, topology: Topology, suspect: Suspect): boolean {
  const { node, intent, hop } = suspect;
  if (hop === null || hop.kind === "source-address" || isOfTarget(topology, suspect)) return true;
  if (FILTERS.includes(hop.kind) || intent.to.kind !== "destination") return false;
  const gateway = topology.gateways.find(({ id }) => id === hop.what);
  if (gateway?.kind === "vpc-peering-connection") return false;
  return !isIpv4Task(network, node, intent.place);
}

/** ecs-container-port knows where tasks listen, and nat64-hides-security-group whom NAT64 hides from a group. */
function isOfTarget({ nodes }: Topology, { intent: { to }, hop, isTranslated }: Suspect): boolean {
  const target = to.kind === "node" ? nodes.find(({ id }) => id === to.id) : undefined;
  if (target?.kind === "ecs-service") return hop?.kind === "listener";
  return target !== undefined && isTranslated && hop?.kind === "security-group-in";
}

const FILTERS: readonly Hop["kind"][] = [
  "security-group-out",
  "network-acl-out",
  "network-acl-in",
  "security-group-in",
];

/** A group that lets in the VPC alone, or somebody outside on this very port, is for them. */
function isForOthers({ filters, vpcs }: Topology, { node, intent }: Suspect): boolean {
  const own = groupsOf(node);
  const inside = vpcs.flatMap(({ blocks }) => blocks);
  const rules = filters.securityGroups.filter(({ id }) => own.has(id)).flatMap(({ ingress }) => ingress);
  const outside = rules.filter(({ peer }) => isOutside(peer, inside));
  if (rules.length > 0 && outside.length === 0) return true;
  return outside.some(({ traffic }) => takesTraffic(traffic, intent));
}

function isOutside(peer: GroupPeer, inside: readonly Block[]): boolean {
  const lies = (block: Block): boolean => inside.every((vpc) => coverage(vpc, block) !== "all");
  if (peer.kind === "block") return lies(peer.block);
  return peer.kind === "blocks" ? peer.blocks.some(lies) : peer.kind !== "security-group";
}
