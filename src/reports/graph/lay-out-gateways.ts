import { COLUMN_GAP } from "./columns.ts";
import type { Gateway, Graph, Outside } from "./graph.ts";
import type { Box, Wire } from "./picture.ts";
import { bottomOf, textBox } from "./text-box.ts";

/** The left part of the band, where the VPC says its blocks: the longest is one of 24 characters behind its family. */
const LABEL_WIDTH = 222;
const GATEWAY_WIDTH = 172;
/** Between what lies outside and the gateways: room for arrows. */
const ARROWS = 26;

/** The width that a band with so many gateways takes. */
export function gatewaysWidth(count: number): number {
  return LABEL_WIDTH + count * (GATEWAY_WIDTH + COLUMN_GAP);
}

/** What lies outside, the VPC's label and its gateways. */
export interface LaidOutGateways {
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  /** Where the VPC's frame begins. */
  readonly vpcTop: number;
  /** Where the wires to the gateways begin, by key: the middle of a gateway's lower edge. */
  readonly ports: ReadonlyMap<string, readonly [x: number, y: number]>;
  readonly bottom: number;
}

/** The band above the tiers: the gateways, and over each what it leads to. */
export function layOutGateways(graph: Graph, left: number, top: number): LaidOutGateways {
  const lefts = graph.gateways.map((_, index) => left + LABEL_WIDTH + index * (GATEWAY_WIDTH + COLUMN_GAP));
  const outside = layOutOutside(graph, lefts, top);
  const vpcTop = outside.bottom + (outside.boxes.length === 0 ? 0 : ARROWS / 2);
  const y = vpcTop + (outside.boxes.length === 0 ? COLUMN_GAP : ARROWS / 2);
  const label = textBox({
    ...{ tone: "plain", x: left, y, width: LABEL_WIDTH - COLUMN_GAP, height: null },
    paragraphs: [
      { text: `VPC in ${graph.region}`, face: "name" },
      ...graph.blocks.map((text) => ({ text, face: "text" as const })),
    ],
  });
  const drawn = graph.gateways.map((gateway, index) => gatewayBox(gateway, lefts[index] ?? left, y));
  const height = Math.max(0, ...drawn.map((box) => box.height));
  const boxes = drawn.map((box) => ({ ...box, height }));
  return {
    boxes: [...outside.boxes, label, ...boxes],
    wires:
      outside.boxes.length === 0
        ? []
        : graph.gateways.flatMap((gateway, index) =>
            arrow(gateway, lefts[index] ?? left, [outside.bottom, y]),
          ),
    vpcTop,
    ports: new Map(
      graph.gateways.map(({ key }, index) => [key, [(lefts[index] ?? left) + GATEWAY_WIDTH / 2, y + height]]),
    ),
    bottom: Math.max(bottomOf(label), y + height),
  };
}

function gatewayBox({ kind, title, details, ids }: Gateway, x: number, y: number): Box {
  return textBox({
    ...{ tone: `gateway-${kind}`, x, y, width: GATEWAY_WIDTH, height: null },
    ids,
    paragraphs: [
      { text: title, face: "name", most: 2 },
      ...details.map((text) => ({ text, face: "text" as const, most: 3 })),
    ],
  });
}

/** One box for neighbours that lead to the same. */
function layOutOutside(graph: Graph, lefts: readonly number[], top: number) {
  const runs: { outside: Outside; first: number; last: number }[] = [];
  for (const [index, { outside }] of graph.gateways.entries()) {
    if (outside === null) continue;
    const run = runs.at(-1);
    if (run?.last === index - 1 && run.outside.title === outside.title) run.last = index;
    else runs.push({ outside, first: index, last: index });
  }
  const boxes = runs.map(({ outside, first, last }) =>
    textBox({
      ...{ tone: "outside", x: lefts[first] ?? 0, y: top, height: null },
      width: (last - first + 1) * (GATEWAY_WIDTH + COLUMN_GAP) - COLUMN_GAP,
      paragraphs: [{ text: outside.title, face: "name", most: 1 }],
    }),
  );
  return { boxes, bottom: Math.max(top, ...boxes.map(bottomOf)) };
}

function arrow(
  { kind, outside, ids }: Gateway,
  x: number,
  [above, below]: readonly [number, number],
): readonly Wire[] {
  if (outside === null) return [];
  const middle = x + GATEWAY_WIDTH / 2;
  const points = [
    [middle, below],
    [middle, above],
  ] as const;
  return [{ kind, points, heads: outside.direction === "both" ? "both" : "end", joins: false, ids }];
}
