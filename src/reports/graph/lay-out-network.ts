import { COLUMN_GAP, type Columns, columnsFor, spanOf } from "./columns.ts";
import type { Graph } from "./graph.ts";
import { gatewaysWidth, layOutGateways } from "./lay-out-gateways.ts";
import { type LaidOutRow, layOutRow } from "./lay-out-row.ts";
import { layOutWires, WIRE_GAP, wiredGateways } from "./lay-out-wires.ts";
import { mergeGateways } from "./merge-gateways.ts";
import type { Box, Picture } from "./picture.ts";
import { bottomOf, PADDING, textBox } from "./text-box.ts";

const MARGIN = 14;

/** Gives everything its place: what is outside, gateways, then a row for each tier. */
export function layOutNetwork(whole: Graph): Picture {
  const graph = mergeGateways(whole);
  const wired = wiredGateways(
    graph.gateways,
    graph.rows.flatMap(({ tables }) => tables.flatMap(({ routes }) => routes)),
  );
  const left = MARGIN + COLUMN_GAP;
  const columns = columnsFor(graph.zones.length, left, gatewaysWidth(graph.gateways.length));
  const vpcRight = columns.right + COLUMN_GAP + wired.length * WIRE_GAP + (wired.length === 0 ? 0 : 4);
  const width = vpcRight + MARGIN;
  const head = headOf(graph, width);
  const band = layOutGateways(graph, left, bottomOf(head) + PADDING);
  const wiresBottom = band.bottom + wired.length * WIRE_GAP;
  const headings = headingsOf(graph, columns, wiresBottom + PADDING);
  const rows = layOutRows(graph, columns, Math.max(...headings.map(bottomOf)));
  const vpcBottom = Math.max(...rows.map(({ bottom }) => bottom)) + COLUMN_GAP;
  const vpc: Box = {
    ...{ tone: "vpc", x: MARGIN, y: band.vpcTop, width: vpcRight - MARGIN, height: vpcBottom - band.vpcTop },
    labels: [],
    ids: [],
  };
  const notes = notesOf(graph, width, vpcBottom + PADDING / 2);
  const room = {
    ports: band.ports,
    tables: columns.right - PADDING,
    left: columns.right + COLUMN_GAP,
    bottom: wiresBottom,
  };
  const routes = rows.flatMap((row) => row.routes);
  return {
    title: graph.stack,
    description: graph.description,
    width,
    height: (notes.length === 0 ? vpcBottom : Math.max(...notes.map(bottomOf))) + MARGIN,
    boxes: [head, vpc, ...band.boxes, ...headings, ...rows.flatMap(({ boxes }) => boxes), ...notes],
    wires: [...band.wires, ...layOutWires(wired, routes, room)],
  };
}

function headOf({ stack, description }: Graph, width: number): Box {
  return textBox({
    ...{
      tone: "plain",
      x: MARGIN - PADDING,
      y: MARGIN - PADDING,
      width: width - 2 * (MARGIN - PADDING),
      height: null,
    },
    paragraphs: [
      { text: stack, face: "title", most: 1 },
      ...(description === "" ? [] : [{ text: description, face: "faint" as const }]),
    ],
  });
}

function headingsOf({ zones }: Graph, columns: Columns, y: number): readonly Box[] {
  return zones.map((zone, index) =>
    textBox({
      ...{ tone: "plain", ...spanOf(columns, index, index), y, height: null },
      paragraphs: [{ text: `zone ${zone}`, face: "name", most: 1 }],
    }),
  );
}

function layOutRows({ rows }: Graph, columns: Columns, top: number): readonly LaidOutRow[] {
  const laidOut: LaidOutRow[] = [];
  for (const row of rows)
    laidOut.push(layOutRow(row, columns, (laidOut.at(-1)?.bottom ?? top - PADDING) + PADDING));
  return laidOut;
}

function notesOf({ notes }: Graph, width: number, y: number): readonly Box[] {
  if (notes.length === 0) return [];
  const place = {
    tone: "plain",
    x: MARGIN - PADDING,
    y,
    width: width - 2 * (MARGIN - PADDING),
    height: null,
  } as const;
  return [textBox({ ...place, paragraphs: notes.map((text) => ({ text, face: "faint" as const })) })];
}
