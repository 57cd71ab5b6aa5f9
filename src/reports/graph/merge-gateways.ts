import { invariant } from "../../base/invariant.ts";
import { GATEWAY_KINDS, type Gateway, type GatewayKind, type Graph } from "./graph.ts";

/** More gateways beside each other make a picture that is wider than a screen. */
const MOST_GATEWAYS = 8;

const PLURALS: Readonly<Record<GatewayKind, string>> = {
  internet: "internet gateways",
  "egress-only": "egress-only gateways",
  nat: "NAT gateways",
  transit: "transit gateways",
  peering: "peering connections",
  vpn: "virtual private gateways",
  interface: "network interfaces",
  inspection: "inspection endpoints",
  endpoint: "gateway endpoints",
};

/** The graph with one gateway for all of a kind where there are too many, and a note that says so; otherwise the graph. */
export function mergeGateways(graph: Graph): Graph {
  if (graph.gateways.length <= MOST_GATEWAYS) return graph;
  const groups = GATEWAY_KINDS.flatMap((kind) => [
    graph.gateways.filter((gateway) => gateway.kind === kind && gateway.outside !== null),
    graph.gateways.filter((gateway) => gateway.kind === kind && gateway.outside === null),
  ]).filter((group) => group.length > 0);
  const merged = groups.map((group) => ({ group, gateway: mergeGroup(group) }));
  const keys = new Map(merged.flatMap(({ group, gateway }) => group.map(({ key }) => [key, gateway.key])));
  return {
    ...graph,
    gateways: merged.map(({ gateway }) => gateway),
    rows: graph.rows.map((row) => ({
      ...row,
      tables: row.tables.map((table) => ({
        ...table,
        routes: table.routes.map((route) => ({
          ...route,
          gateway: keys.get(route.gateway) ?? route.gateway,
        })),
      })),
    })),
    notes: [...graph.notes, "Gateways of one kind are drawn as one: there are too many for a box each."],
  };
}

function mergeGroup(group: readonly Gateway[]): Gateway {
  const [first] = group;
  invariant(first !== undefined, "a group of no gateways");
  if (group.length === 1) return first;
  const { kind, outside } = first;
  const titles = [...new Set(group.flatMap((gateway) => gateway.outside?.title ?? []))];
  const isBoth = group.some((gateway) => gateway.outside?.direction === "both");
  return {
    key: `all ${kind} ${outside === null ? "within" : "out"}`,
    ids: group.flatMap(({ ids }) => ids),
    kind,
    title: `${group.length} ${PLURALS[kind]}`,
    short: PLURALS[kind],
    details: [group.map(({ short }) => short).join(", ")],
    outside: outside === null ? null : { title: titles.join(", "), direction: isBoth ? "both" : "out" },
  };
}
