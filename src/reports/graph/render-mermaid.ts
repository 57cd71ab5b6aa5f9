import { codeBlock, escapePlain } from "../reference/markdown.ts";
import type { Graph, GraphRow } from "./graph.ts";
import { mermaidDiagram } from "./mermaid-diagram.ts";

/** Mermaid refuses texts of more than 50,000 characters and more than 500 edges (`maxTextSize`, `maxEdges`). */
const MOST_CHARACTERS = 45_000;
const MOST_EDGES = 450;
/** More tiers in one diagram cannot be read. */
const MOST_TIERS = 8;

/** Networks as Markdown that GitHub shows: for each a heading, and diagrams in Mermaid; several where one would be too large. */
export function renderMermaid(graphs: readonly Graph[]): string {
  return graphs.flatMap((graph) => [...sectionOf(graph), ""]).join("\n");
}

function sectionOf(graph: Graph): readonly string[] {
  const parts = partsOf(graph, graph.rows);
  return [
    `## ${escapePlain(graph.stack)}`,
    "",
    ...(graph.description === "" ? [] : [escapePlain(graph.description.replace(/\s+/g, " ")), ""]),
    ...parts.flatMap((lines, index) => [
      ...(parts.length === 1 ? [] : [`Part ${index + 1} of ${parts.length}:`, ""]),
      ...codeBlock("mermaid", lines),
      "",
    ]),
    ...graph.notes.flatMap((note) => [escapePlain(note), ""]),
  ];
}

/** The tiers in halves until each part is one that Mermaid takes. */
function partsOf(graph: Graph, rows: readonly GraphRow[]): readonly (readonly string[])[] {
  const lines = diagramOf(graph, rows);
  if (isSmall(lines, rows)) return [lines];
  if (rows.length === 1) return [diagramOf(graph, rows, rows.map(withCountOnly))];
  const middle = Math.ceil(rows.length / 2);
  return [...partsOf(graph, rows.slice(0, middle)), ...partsOf(graph, rows.slice(middle))];
}

/** The tier of a diagram that holds nothing else and is too large still. */
function withCountOnly(row: GraphRow): GraphRow {
  const title = `${row.things.length} load balancers, hosts and others`;
  const details = ["too many for Mermaid: svg and html show each"];
  return {
    ...row,
    things: [{ kind: "compute", title, details, ids: [], zones: row.subnets.map(({ zone }) => zone) }],
  };
}

function isSmall(lines: readonly string[], rows: readonly GraphRow[]): boolean {
  const edges = lines.filter((line) => / (?:~~~|---|<?-->)/.test(line)).length;
  return rows.length <= MOST_TIERS && edges <= MOST_EDGES && lines.join("\n").length <= MOST_CHARACTERS;
}

/** A part has the gateways that its tiers need, and the first those that none needs. */
function diagramOf(
  graph: Graph,
  rows: readonly GraphRow[],
  drawn: readonly GraphRow[] = rows,
): readonly string[] {
  const needed = gatewaysNeeded(rows);
  const byAny = gatewaysNeeded(graph.rows);
  const isFirst = rows[0] === graph.rows[0];
  return mermaidDiagram(
    graph,
    drawn,
    graph.gateways.filter(({ key }) => needed.has(key) || (isFirst && !byAny.has(key))),
  );
}

/** Their keys. */
function gatewaysNeeded(rows: readonly GraphRow[]): ReadonlySet<string> {
  const tables = rows.flatMap((row) => row.tables);
  return new Set(tables.flatMap(({ routes }) => routes.map(({ gateway }) => gateway)));
}
