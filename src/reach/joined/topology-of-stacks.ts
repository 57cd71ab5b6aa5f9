import { byText } from "../../base/compare-texts.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { ReturnRoute } from "../../model/types/transit.ts";
import { vpcBlock } from "../from-network/blocks.ts";
import { topologyOf } from "../from-network/topology-of.ts";
import { peeringId, transitGatewayId } from "../from-network/transit-ids.ts";
import type { GroupRule, TopologySecurityGroup } from "../topology/filters.ts";
import type { Gateway, Place, Topology, TopologyRoute } from "../topology/topology.ts";
import { type IdOf, idsOf } from "./ids-of-stacks.ts";
import { type Renaming, renameIds } from "./rename-ids.ts";
import { transitOfStacks } from "./transit-of-stacks.ts";

/**
 * One topology of several stacks that are joined by transit gateways or peering connections. In the view of `own`, its things
 * keep their ids, names and places, and those of the others are told apart by their stack: `aws_vpc.main@hub`, and as an end of
 * connections `hub/web`. Without a view of one, all are.
 */
export function topologyOfStacks(networks: readonly Network[], own: Network | null): Topology {
  const idOf = idsOf(networks, own?.name ?? null);
  const parts = networks.map((network) => partOf(network, own, idOf));
  const added = networks.flatMap((network) => returnRoutes(network, own, idOf));
  const all = <T>(of: (part: Topology) => readonly T[]) => parts.flatMap(of);
  return {
    region: (own ?? networks[0])?.region ?? "",
    vpcs: sorted(all(({ vpcs }) => vpcs)),
    subnets: sorted(all(({ subnets }) => subnets)),
    routeTables: sorted(
      all(({ routeTables }) => routeTables).map((table) => ({
        ...table,
        routes: [...table.routes, ...added.flatMap((one) => (one.table === table.id ? [one.route] : []))],
      })),
    ),
    filters: {
      networkAcls: sorted(all(({ filters }) => filters.networkAcls)),
      securityGroups: sorted(withUnknownGroups(all(({ filters }) => filters.securityGroups))),
    },
    gateways: sorted(
      joinGateways(
        networks,
        all(({ gateways }) => gateways),
        idOf,
      ),
    ),
    nodes: sorted(all(({ nodes }) => nodes)),
    hostedZones: sorted(all(({ hostedZones }) => hostedZones)),
    blockPublicAccess: parts.find((part) => part.blockPublicAccess !== null)?.blockPublicAccess ?? null,
    leftOut: all(({ leftOut }) => leftOut),
  };
}

/** A group that a stack names by an id of its own may be any of the others': whether somebody has it is not known. */
function withUnknownGroups(groups: readonly TopologySecurityGroup[]): readonly TopologySecurityGroup[] {
  const known = new Set(groups.map(({ id }) => id));
  const told = (rule: GroupRule): GroupRule =>
    rule.peer.kind === "security-group" && !known.has(rule.peer.id)
      ? { ...rule, peer: { kind: "unknown" } }
      : rule;
  return groups.map((group) => ({
    ...group,
    ingress: group.ingress.map(told),
    egress: group.egress.map(told),
  }));
}

function partOf(network: Network, own: Network | null, idOf: IdOf): Topology {
  const renaming = renamingOf(network, own, idOf);
  const part = renameIds(topologyOf(network), renaming);
  if (network.name === own?.name) return part;
  return { ...part, nodes: part.nodes.map((node) => ({ ...node, name: `${network.name}/${node.name}` })) };
}

function renamingOf(network: Network, own: Network | null, idOf: IdOf): Renaming {
  const isOwn = network.name === own?.name;
  const place = (one: Place): Place =>
    isOwn || one.kind !== "blueprint"
      ? one
      : { kind: "other-blueprint", stack: network.name, path: one.path };
  return { id: (id) => idOf(network, id), place };
}

/** The routes that a stack makes in tables of others: back to its own blocks. */
function returnRoutes(
  network: Network,
  own: Network | null,
  idOf: IdOf,
): readonly { readonly table: string; readonly route: TopologyRoute }[] {
  const renaming = renamingOf(network, own, idOf);
  const { transitGatewayAttachments: attachments, vpcPeeringConnections: connections } = network;
  const links = [
    ...attachments.map((one) => ({ ...one, target: transitGatewayId(network, one.name) })),
    ...connections.map((one) => ({ ...one, target: peeringId(network, one.name) })),
  ];
  return links.flatMap(({ path, returnRoutes: routes, target }) =>
    routes.map((route: ReturnRoute) => {
      const made: TopologyRoute = {
        id: terraformAddress("aws_route", route.id),
        place: { kind: "blueprint", path },
        destination: { kind: "block", block: vpcBlock(network, route.family, route.block) },
        target,
      };
      return { table: idOf(network, route.routeTableId), route: renameIds(made, renaming) };
    }),
  );
}

/** A gateway that several stacks name is one. */
function joinGateways(
  networks: readonly Network[],
  gateways: readonly Gateway[],
  idOf: IdOf,
): readonly Gateway[] {
  const transit = gateways.filter((gateway) => gateway.kind === "transit-gateway");
  const peerings = gateways.filter((gateway) => gateway.kind === "vpc-peering-connection");
  const others = gateways.filter(
    ({ kind }) => kind !== "transit-gateway" && kind !== "vpc-peering-connection",
  );
  return [...others, ...transitOfStacks(networks, transit, idOf), ...joinPeerings(networks, peerings, idOf)];
}

type Peering = Extract<Gateway, { readonly kind: "vpc-peering-connection" }>;

/** The side that asks for the connection names both VPCs. */
function joinPeerings(
  networks: readonly Network[],
  peerings: readonly Peering[],
  idOf: IdOf,
): readonly Peering[] {
  const known = new Set(networks.map((network) => idOf(network, terraformAddress("aws_vpc", "main"))));
  const isWhole = ({ sides }: Peering) => sides.every(({ vpc }) => known.has(vpc));
  const byId = new Map<string, Peering>();
  for (const one of peerings) if (!byId.has(one.id) || isWhole(one)) byId.set(one.id, one);
  return [...byId.values()].map((one) => ({
    ...one,
    sides: one.sides.map((side) => ({ ...side, isKnown: known.has(side.vpc) })),
  }));
}

function sorted<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort(byText(({ id }) => id));
}
