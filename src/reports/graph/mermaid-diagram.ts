import { mermaidId, mermaidLabel } from "./escape-mermaid.ts";
import { fitLine } from "./fit-text.ts";
import type { Gateway, Graph, GraphRow, Thing } from "./graph.ts";
import { FACES, PAINTS } from "./palette.ts";

/** More boxes beside each other make a diagram too wide to be read. */
const MOST_BOXES = 4;

/** Mermaid breaks the title of a subgraph at 200 pixels, and its second line lies under the nodes. */
const TITLE_WIDTH = 140;

/** The lines of one Mermaid flowchart with the given tiers and the gateways that they need. */
export function mermaidDiagram(
  graph: Graph,
  rows: readonly GraphRow[],
  gateways: readonly Gateway[],
): readonly string[] {
  return [
    "flowchart LR",
    `  subgraph vpc[${mermaidLabel([`VPC in ${graph.region}`])}]`,
    `    blocks[${mermaidLabel(graph.blocks)}]`,
    ...rows.flatMap(tierLines),
    ...gateways.map(
      (gateway) => `    ${gatewayId(gateway)}{{${mermaidLabel([gateway.title, ...gateway.details])}}}`,
    ),
    "  end",
    ...outsideLines(gateways),
    ...rows.flatMap((row) => routeLines(row, gateways)),
    ...plainLines(rows),
    ...classLines(rows),
  ];
}

function tierLines(row: GraphRow): readonly string[] {
  const things = boxesOf(row.things).map((thing, index) => ({ thing, id: thingId(row, index) }));
  return [
    `    subgraph ${mermaidId("tier", row.tier)}[${mermaidLabel([fitLine(row.tier, "name", TITLE_WIDTH).text])}]`,
    "      direction TB",
    `      ${factsId(row)}[${mermaidLabel(factLines(row))}]`,
    ...row.subnets.map(
      ({ id, ipv4, ipv6 }) =>
        `      ${subnetId(id)}[${mermaidLabel([id, ipv4 ?? "no IPv4", ipv6 ?? "no IPv6"])}]`,
    ),
    ...row.subnets.map(({ id }) => `      ${factsId(row)} ~~~ ${subnetId(id)}`),
    ...things.map(({ thing, id }) => `      ${id}(${mermaidLabel([thing.title, ...thing.details])})`),
    ...things.flatMap(({ thing, id }) => standLines(row, thing, id)),
    "    end",
  ];
}

/** Where there are many, all that stand in the same zones are one box: Mermaid would put them beside each other. */
function boxesOf(things: readonly Thing[]): readonly Thing[] {
  if (things.length <= MOST_BOXES) return things;
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const zones = thing.zones.join(" ");
    groups.set(zones, [...(groups.get(zones) ?? []), thing]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.map(({ title, details }) => [title, ...details].join(", "));
    return group.slice(0, 1).map((thing) => ({ ...thing, title: first ?? thing.title, details: others }));
  });
}

/** A line without a head from each subnet to what stands in it. */
function standLines(row: GraphRow, { zones }: Thing, id: string): readonly string[] {
  const subnets = row.subnets.filter(({ zone }) => zones.includes(zone));
  return subnets.map((subnet) => `      ${subnetId(subnet.id)} --- ${id}`);
}

function factLines({ tier, facts }: GraphRow): readonly string[] {
  const isCut = fitLine(tier, "name", TITLE_WIDTH).full !== null;
  return [...(isCut ? [tier] : []), facts.join(", ")];
}

/** A line for each gateway that the tier's routes lead to; a tier without routes is only kept beside the others. */
function routeLines(row: GraphRow, gateways: readonly Gateway[]): readonly string[] {
  const routes = row.tables.flatMap((table) => table.routes);
  const [first] = gateways;
  if (routes.length === 0 && first !== undefined) {
    return [`  ${mermaidId("tier", row.tier)} ~~~ ${gatewayId(first)}`];
  }
  return gateways.flatMap((gateway) => {
    const to = routes.filter((route) => route.gateway === gateway.key).map(({ destination }) => destination);
    if (to.length === 0) return [];
    return [`  ${mermaidId("tier", row.tier)} -->|${mermaidLabel([...new Set(to)])}| ${gatewayId(gateway)}`];
  });
}

function outsideLines(gateways: readonly Gateway[]): readonly string[] {
  const titles = [...new Set(gateways.flatMap(({ outside }) => outside?.title ?? []))];
  return [
    ...titles.map((title) => `  ${mermaidId("outside", title)}([${mermaidLabel([title])}])`),
    ...gateways.flatMap((gateway) => {
      const { outside } = gateway;
      if (outside === null) return [];
      const arrow = outside.direction === "both" ? "<-->" : "-->";
      return [`  ${gatewayId(gateway)} ${arrow} ${mermaidId("outside", outside.title)}`];
    }),
  ];
}

/** Facts are text without a box. */
function plainLines(rows: readonly GraphRow[]): readonly string[] {
  return [
    "  classDef plain fill:none,stroke:none",
    `  class ${["blocks", ...rows.map(factsId)].join(",")} plain`,
  ];
}

/** Light fills with dark text: they can be read on a dark page too. */
function classLines(rows: readonly GraphRow[]): readonly string[] {
  return (["dual-stack", "ipv6-only", "ipv4-only"] as const).flatMap((addressing) => {
    const ids = rows
      .filter((row) => row.addressing === addressing)
      .flatMap(({ subnets }) => subnets.map(({ id }) => subnetId(id)));
    const paint = PAINTS[`subnet-${addressing}`];
    if (ids.length === 0 || paint === null) return [];
    const name = addressing.replace("-", "_");
    return [
      `  classDef ${name} fill:${paint.fill.light},stroke:${paint.edge.light},color:${FACES.name.light}`,
      `  class ${ids.join(",")} ${name}`,
    ];
  });
}

/** A subnet's logical id is its tier, an underscore and its zone. */
function subnetId(id: string): string {
  return mermaidId("subnet", ...id.split("_"));
}

function factsId({ tier }: GraphRow): string {
  return mermaidId("facts", tier);
}

function thingId({ tier }: GraphRow, index: number): string {
  return mermaidId("thing", tier, `${index}`);
}

function gatewayId({ key }: Gateway): string {
  return mermaidId("gateway", ...key.split(" "));
}
