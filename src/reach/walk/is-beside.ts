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

/** Ids of the NAT gateways and appliances to which packets of a subnet come without leaving it. */
function stepsOf(index: TopologyIndex, from: TopologySubnet): ReadonlySet<string> {
  return once(index, "beside", from.id, () => {
    const gateways = index.topology.gateways.filter(
      (gateway) => gateway.kind === "nat-gateway" && gateway.subnet === from.id,
    );
    const nodes = index.topology.nodes.filter((node) => interfaceFor(index, node, from)?.subnet === from.id);
    return new Set([...gateways, ...nodes].map(({ id }) => id));
  });
}
