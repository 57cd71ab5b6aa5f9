import type { Block } from "../../src/reach/topology/block.ts";
import type { GroupPeer } from "../../src/reach/topology/filters.ts";
import type { Gateway, Topology } from "../../src/reach/topology/topology.ts";

/**
 * What two topologies of one network must have in common, by id: without places, names and intents, in an order of its
 * own. A plan does not show how a block that is chosen at apply is cut, so of such a block only its length and whose
 * piece it is stay; and a filter that names one is unknown in a plan. Tables of transit gateways are only in a plan.
 */
export function comparable(topology: Topology): Readonly<Record<string, unknown>> {
  const { networkAcls, securityGroups } = topology.filters;
  const groups = securityGroups.map((group) => ({
    ...group,
    vpc: null,
    ingress: sorted(group.ingress.map(({ traffic, peer }) => ({ traffic, peer: ofPeer(peer) }))),
    egress: sorted(group.egress.map(({ traffic, peer }) => ({ traffic, peer: ofPeer(peer) }))),
  }));
  const nodes = topology.nodes.map((node) => ({ ...node, name: null, intents: null, names: null }));
  const tables = topology.routeTables.map((table) => ({
    ...table,
    routes: sorted(table.routes.map(({ destination, target }) => ({ destination, target }))),
  }));
  const vpcs = topology.vpcs.map((vpc) => ({ ...vpc, blocks: sorted(vpc.blocks.map(ofBlock)) }));
  const acls = networkAcls.map((acl) => ({
    ...acl,
    ingress: acl.ingress.map((entry) => ({ ...entry, block: ofFilter(entry.block) })),
    egress: acl.egress.map((entry) => ({ ...entry, block: ofFilter(entry.block) })),
  }));
  const all: readonly { readonly id: string }[] = [
    ...vpcs,
    ...topology.subnets,
    ...tables,
    ...acls,
    ...groups,
    ...topology.gateways.map(ofGateway),
    ...nodes,
    ...topology.hostedZones,
  ];
  return Object.fromEntries(all.map((one) => [one.id, plain(one)]));
}

function ofGateway(gateway: Gateway) {
  if (gateway.kind !== "transit-gateway") return gateway;
  const attachments = gateway.attachments.map((one) => ({ ...one, associatedWith: null }));
  return { ...gateway, tables: null, attachments };
}

function ofPeer(peer: GroupPeer): unknown {
  return peer.kind === "block" && peer.block.kind === "unknown" ? { kind: "unknown" } : peer;
}

function ofFilter(block: Block | "unknown"): unknown {
  return block !== "unknown" && block.kind === "unknown" ? "unknown" : block;
}

function isBlock(value: unknown): value is Block {
  return typeof value === "object" && value !== null && ("base" in value || "prefix" in value);
}

function ofBlock(block: Block): unknown {
  if (block.kind === "known") return block;
  let root = block.base;
  while (root.within !== null) root = root.within;
  return { kind: "unknown", root: root.id, length: block.length };
}

/** Without places, bigints as texts. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (key === "place" || key === "what") return undefined;
    if (typeof part === "bigint") return `${part}`;
    return isBlock(part) ? ofBlock(part) : part;
  });
  return JSON.parse(text);
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  return [...list].sort((a, b) => (JSON.stringify(plain(a)) < JSON.stringify(plain(b)) ? -1 : 1));
}
