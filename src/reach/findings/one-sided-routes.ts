import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { TopologyRoute, TopologySubnet } from "../topology/topology.ts";
import { chooseRoutes, tableOf } from "../walk/choose-route.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { mayBeTouched } from "../walk/unless-left-out.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Routes that send what goes to another subnet of the VPC to an appliance, where the answers do not come by it. */
export function oneSidedRoutes(index: TopologyIndex): readonly ReachFinding[] {
  const { subnets } = index.topology;
  const diverted = subnets.filter((subnet) => isDiverted(index, subnet));
  return diverted.flatMap((from) =>
    subnets
      .filter(({ id, vpc }) => id !== from.id && vpc === from.vpc)
      .flatMap((to) => FAMILIES.flatMap((family) => oneSided(index, from, to, family))),
  );
}

const FAMILIES: readonly AddressFamily[] = ["ipv4", "ipv6"];

/** True where the table has a route inside the VPC: without one all goes by the local route. */
function isDiverted(index: TopologyIndex, subnet: TopologySubnet): boolean {
  const inside = index.vpcs.get(subnet.vpc)?.blocks ?? [];
  const routes = tableOf(index, subnet)?.routes ?? [];
  return routes.some(
    ({ destination }) =>
      destination.kind === "block" && inside.some((block) => coverage(block, destination.block) !== "none"),
  );
}

function oneSided(
  index: TopologyIndex,
  from: TopologySubnet,
  to: TopologySubnet,
  family: AddressFamily,
): readonly ReachFinding[] {
  const there = wayTo(index, from, to, family);
  const back = wayTo(index, to, from, family);
  if (there === null || back === null || there === "local" || !mayKeepState(index, there)) return [];
  const returns = back === "local" ? "the local route" : back.target;
  // Two appliances, one for each half, are one mistake.
  if (returns === there.target || (back !== "local" && to.id < from.id)) return [];
  const { target, place } = there;
  return [
    {
      rule: "path-asymmetric",
      severity: "warning",
      what: from.id,
      place,
      message: `what ${from.id} sends to ${to.id} goes by ${target}, and the answers by ${returns}: ${target} drops them where it keeps state`,
      hint: `route the block of ${from.id} to ${target} in the table of ${to.id} too`,
      facts: [reachabilityFacts.statefulOnTheWayBack],
    },
  ];
}

/** What a NAT gateway sends on has its own address, to which the answers come whatever the table says of the caller's. */
function mayKeepState({ gateways }: TopologyIndex, { target }: TopologyRoute): boolean {
  return target !== "blackhole" && gateways.get(target)?.kind !== "nat-gateway";
}

/** The one route that all packets take; null: none of that family, several, or one that is not known. */
function wayTo(
  index: TopologyIndex,
  from: TopologySubnet,
  to: TopologySubnet,
  family: AddressFamily,
): TopologyRoute | "local" | null {
  const table = tableOf(index, from);
  const block = to[family];
  if (
    table === undefined ||
    block === null ||
    from[family] === null ||
    mayBeTouched(index, [from.id, from.vpc, table.id])
  )
    return null;
  const [choice, ...others] = chooseRoutes(index, table, partyIn(to, family, block));
  const taken = choice?.taken ?? null;
  if (taken === null || others.length > 0) return null;
  return taken.kind === "local" ? "local" : taken.route;
}

function partyIn({ vpc }: TopologySubnet, family: AddressFamily, block: Block) {
  return {
    family,
    blocks: [block],
    isCrowd: true,
    isOutside: false,
    vpc,
    groups: "unknown",
    service: null,
    isPublic: "unknown",
    isNatGateway: false,
    embeds: null,
  } as const;
}
