import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { COLUMN_GAP, type Columns, GAP, spanOf } from "./columns.ts";
import type { GraphRow, GraphSubnet, GraphTable, Thing } from "./graph.ts";
import type { Box } from "./picture.ts";
import { bottomOf, PADDING, textBox } from "./text-box.ts";

/** A route with the place at the edge of its table where its wire begins. */
export interface RoutePlace {
  readonly gateway: string;
  readonly y: number;
}

/** A tier on paper. */
export interface LaidOutRow {
  readonly boxes: readonly Box[];
  readonly routes: readonly RoutePlace[];
  /** Where it ends. */
  readonly bottom: number;
}

/** A tier as a row: its subnets in the columns of their zones, what stands in them, and its route tables at the right. */
export function layOutRow(row: GraphRow, columns: Columns, top: number): LaidOutRow {
  const width = columns.right - columns.left;
  const head = textBox({
    ...{ tone: "plain", x: columns.left, y: top, width: columns.gridWidth + COLUMN_GAP, height: null },
    paragraphs: [{ text: `${row.tier}: ${row.facts.join(", ")}`, face: "name" }],
  });
  const below = bottomOf(head);
  const heads = row.subnets.map((subnet) => subnetBox(row, subnet, columns, below));
  const things = layOutThings(row.things, columns, Math.max(...heads.map(bottomOf)));
  const tables = layOutTables(row.tables, columns, top + PADDING);
  const end = Math.max(...[...heads, ...things].map(bottomOf)) + (things.length === 0 ? 0 : PADDING);
  const subnets = heads.map((box) => ({ ...box, height: end - box.y }));
  const bottom = Math.max(end, tables.bottom) + PADDING;
  const frame: Box = {
    tone: "row",
    x: columns.left,
    y: top,
    width,
    height: bottom - top,
    labels: [],
    ids: [],
  };
  return { boxes: [frame, head, ...subnets, ...things, ...tables.boxes], routes: tables.routes, bottom };
}

function subnetBox(row: GraphRow, subnet: GraphSubnet, columns: Columns, y: number): Box {
  return textBox({
    ...{ tone: `subnet-${row.addressing}`, ...spanOf(columns, subnet.zone, subnet.zone), y, height: null },
    ids: [terraformAddress("aws_subnet", subnet.id)],
    paragraphs: [
      { text: subnet.id, face: "name", most: 1 },
      { text: subnet.ipv4 ?? "no IPv4", face: subnet.ipv4 === null ? "faint" : "text", most: 1 },
      { text: subnet.ipv6 ?? "no IPv6", face: subnet.ipv6 === null ? "faint" : "text", most: 1 },
    ],
  });
}

/** Each thing takes the first place below the subnets' heads that is free in all its columns. */
function layOutThings(things: readonly Thing[], columns: Columns, top: number): readonly Box[] {
  const free = columns.lefts.map(() => top);
  return things.flatMap((thing) =>
    runsOf(thing.zones).map(([first, last]) => {
      const span = spanOf(columns, first, last);
      const box = textBox({
        ...{ tone: `thing-${thing.kind}`, height: null },
        ...{ x: span.x + PADDING, width: span.width - 2 * PADDING },
        y: Math.max(...free.slice(first, last + 1)),
        ids: thing.ids,
        paragraphs: [
          { text: thing.title, face: "name", most: 2 },
          ...detailsOf(thing).map((text) => ({ text, face: "text" as const })),
        ],
      });
      free.fill(bottomOf(box) + GAP, first, last + 1);
      return box;
    }),
  );
}

/** A load balancer says each of its listeners on a line of its own. */
function detailsOf({ kind, details }: Thing): readonly string[] {
  if (kind === "balancing") return details;
  return details.length === 0 ? [] : [details.join(", ")];
}

/** Zones beside each other are one box; where one between them is left out there are two. */
function runsOf(zones: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const zone of zones) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === zone - 1) run[1] = zone;
    else runs.push([zone, zone]);
  }
  return runs;
}

function layOutTables(tables: readonly GraphTable[], columns: Columns, top: number): LaidOutRow {
  const boxes: Box[] = [];
  const routes: RoutePlace[] = [];
  let y = top;
  for (const table of tables) {
    const title = `${table.ids.length === 1 ? "route table" : "route tables"} ${table.ids.join(", ")}`;
    const ways = table.routes.map(({ destination, target }) => `${destination} → ${target}`);
    const box = textBox({
      ...{
        tone: "table",
        x: columns.tables,
        y,
        width: columns.right - PADDING - columns.tables,
        height: null,
      },
      ids: table.ids.map((id) => terraformAddress("aws_route_table", id)),
      paragraphs: [
        { text: title, face: "name", most: 3 },
        ...ways.map((text) => ({ text, face: "text" as const, most: 1 })),
        ...(ways.length === 0 ? [{ text: "within the VPC only", face: "faint" as const }] : []),
      ],
    });
    boxes.push(box);
    const lines = box.labels.filter(({ face }) => face === "text");
    routes.push(...table.routes.map(({ gateway }, index) => ({ gateway, y: (lines[index]?.y ?? y) - 4 })));
    y = bottomOf(box) + GAP;
  }
  return { boxes, routes, bottom: y - GAP };
}
