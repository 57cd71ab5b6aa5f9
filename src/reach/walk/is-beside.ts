import type { Node } from "../topology/nodes.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import { type Choice, chooseRoutes, tableOf } from "./choose-route.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import type { Party } from "./packet.ts";
import { interfaceFor } from "./pass-appliance.ts";

/**
 * Whether a way leads to a NAT gateway or an appliance of the subnet itself: what goes there stays within the subnet, where
 * no network ACL judges it.
 */
export function isBeside(index: TopologyIndex, from: TopologySubnet, { taken }: Choice): boolean {
  return taken?.kind === "route" && stepsOf(index, from).has(taken.route.target);
}

/** The ways of a party out of a subnet that lead to something beside, and whether there are others. */
export function waysBeside(index: TopologyIndex, from: TopologySubnet, party: Party) {
  const table = stepsOf(index, from).size === 0 ? undefined : tableOf(index, from);
  const choices = table === undefined ? [] : chooseRoutes(index, table, party);
  const beside = choices.filter((choice) => isBeside(index, from, choice));
  return { hasBeside: beside.length > 0, hasOthers: beside.length === 0 || beside.length < choices.length };
}

function nodesIn(index: TopologyIndex, { id }: TopologySubnet): readonly Node[] {
  const bySubnet = once(index, "nodes by subnet", "", () => {
    const found = new Map<string, Node[]>();
    for (const node of index.topology.nodes) {
      for (const subnet of new Set(node.interfaces.map((own) => own.subnet))) {
        const known = found.get(subnet) ?? [];
        known.push(node);
        found.set(subnet, known);
      }
    }
    return found;
  });
  return bySubnet.get(id) ?? [];
}

/** Ids of the NAT gateways, inspection endpoints and appliances to which packets of a subnet come without leaving it. */
function stepsOf(index: TopologyIndex, from: TopologySubnet): ReadonlySet<string> {
  return once(index, "beside", from.id, () => {
    const gateways = index.topology.gateways.filter(
      (gateway) => "subnet" in gateway && gateway.subnet === from.id,
    );
    const nodes = nodesIn(index, from).filter((node) => interfaceFor(index, node, from)?.subnet === from.id);
    return new Set([...gateways, ...nodes].map(({ id }) => id));
  });
}
