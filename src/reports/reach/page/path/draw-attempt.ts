import type { TopologyIndex } from "../../../../reach/walk/index-topology.ts";
import type { Attempt, Passage, Query } from "../../../../reach/walk/trace.ts";
import type { Box, Picture } from "../../../graph/picture.ts";
import type { PageDrawing } from "../page-data.ts";
import { type Lane, lineBetween, lineText } from "./line-between.ts";
import { type Stop, stopsOf } from "./stops-of.ts";

/** Lines there and back lie beside each other: pixels from the middle of their lane. */
const THERE: Lane = -1.5;
const BACK: Lane = 2;

/** The way of an attempt in the picture of its network; null: nothing of it is in the picture. */
export function drawAttempt(
  index: TopologyIndex,
  picture: Picture,
  { query, attempt }: { readonly query: Query; readonly attempt: Attempt },
): PageDrawing | null {
  const { there, back } = stopsOf(index, query, attempt);
  const ways = [boxesOf(picture, there, attempt), boxesOf(picture, back, attempt)] as const;
  const stops = marked(picture, ways.flat());
  if (stops.length === 0) return null;
  return { stops, there: linesOf(picture, ways[0], THERE), back: linesOf(picture, ways[1], BACK) };
}

/** A stop and a box that stands for it. */
interface Met {
  readonly stop: Stop;
  readonly box: Box;
}

/** A NAT gateway has two boxes: among the gateways, and in its subnet, from where packets go on. */
function boxesOf({ boxes }: Picture, stops: readonly Stop[], attempt: Attempt): readonly Met[] {
  return stops.flatMap((stop, at): readonly Met[] => {
    if (stop.kind === "outside")
      return outsideOf(boxes, stops[at - 1] ?? stops[at + 1]).map((box) => ({ stop, box }));
    const own = boxes.filter(({ ids }) => ids.includes(stop.id));
    if (stop.kind === "gateway") return own.map((box) => ({ stop, box }));
    const near =
      own.length < 2 ? own : own.filter((box) => isIn(boxes, box, [attempt.fromSubnet, attempt.toSubnet]));
    return (near.length === 0 ? own : near).slice(0, 1).map((box) => ({ stop, box }));
  });
}

/** What lies outside stands over its gateway. */
function outsideOf(boxes: readonly Box[], gateway: Stop | undefined): readonly Box[] {
  const below = boxes.find(
    ({ ids, tone }) => gateway !== undefined && ids.includes(gateway.id) && isGateway(tone),
  );
  if (below === undefined) return [];
  const middle = below.x + below.width / 2;
  return boxes.filter(({ tone, x, width }) => tone === "outside" && x < middle && middle < x + width);
}

function isGateway(tone: Box["tone"]): boolean {
  return tone.startsWith("gateway-");
}

/** What stands in several zones without those between them has a box in each. */
function isIn(boxes: readonly Box[], box: Box, subnets: readonly (string | null)[]): boolean {
  return boxes.some(
    ({ tone, ids, x }) =>
      tone.startsWith("subnet-") &&
      ids.some((id) => subnets.includes(id)) &&
      box.x <= x + box.width &&
      x < box.x + box.width &&
      box.x - x < box.width,
  );
}

function linesOf(picture: Picture, met: readonly Met[], lane: Lane): readonly string[] {
  const way = met.filter(({ stop }) => stop.kind !== "subnet");
  return way.slice(1).flatMap(({ box }, at) => {
    const before = way[at];
    const line =
      before === undefined || before.box === box ? null : lineBetween(picture, before.box, box, lane);
    return line === null ? [] : [lineText(line)];
  });
}

/** Each box once, with the numbers of all its hops. */
function marked({ boxes }: Picture, met: readonly Met[]): PageDrawing["stops"] {
  const all = new Map<Box, { readonly hops: readonly number[]; readonly passes: Passage }>();
  for (const { box, stop } of met) {
    const before = all.get(box) ?? { hops: [], passes: "yes" as const };
    const passes = stop.passes === "yes" ? before.passes : stop.passes;
    all.set(box, { hops: [...before.hops, ...stop.hops], passes });
  }
  return [...all].map(([box, { hops, passes }]) => [boxes.indexOf(box), numbersOf(hops), passes]);
}

/** From one: `1–3, 7`. */
function numbersOf(hops: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const hop of [...new Set(hops)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === hop) run[1] = hop + 1;
    else runs.push([hop + 1, hop + 1]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}
