import type { Box, Picture } from "../../../graph/picture.ts";

/** A place on paper. */
type Point = readonly [x: number, y: number];

/** How far a line lies from the middle of its lane, in pixels. */
export type Lane = number;

/** Half the padding between the edge of a subnet or row and what stands in it: where lines may run. */
const HALF = 4;

/**
 * The line from one box to another, where no label is: along wires that are there, else through the padding of subnets and rows
 * and left of all rows. Null: there is nothing to draw between them, as between the two boxes of a NAT gateway.
 */
export function lineBetween(picture: Picture, from: Box, to: Box, lane: Lane): readonly Point[] | null {
  const turned = lineFrom(picture, to, from, lane);
  return lineFrom(picture, from, to, lane) ?? (turned === null ? null : turned.toReversed());
}

/** As SVG writes it. */
export function lineText(points: readonly Point[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

function lineFrom(picture: Picture, from: Box, to: Box, lane: Lane): readonly Point[] | null {
  if (from.tone === "table" && isGateway(to)) return alongWire(picture, from, to, lane);
  if (isGateway(from)) {
    if (to.tone === "outside") return upwards(from, to, lane);
    return isThing(to) && !to.ids.some((id) => from.ids.includes(id))
      ? inwards(picture, from, to, lane)
      : null;
  }
  if (isPlaced(from) && isPlaced(to)) return throughLanes(picture, from, to, lane);
  return null;
}

function isGateway({ tone }: Box): boolean {
  return tone.startsWith("gateway-");
}

function isThing({ tone }: Box): boolean {
  return tone.startsWith("thing-");
}

function isPlaced(box: Box): boolean {
  return isThing(box) || box.tone === "table";
}

function upwards(gateway: Box, outside: Box, lane: Lane): readonly Point[] {
  const middle = gateway.x + gateway.width / 2 + lane;
  return [
    [middle, gateway.y],
    [middle, outside.y + outside.height],
  ];
}

/** The wire of the gateway from the table's first route to it. */
function alongWire({ wires }: Picture, table: Box, gateway: Box, lane: Lane): readonly Point[] | null {
  const own = wires.filter(
    ({ ids, heads }) => heads === "none" && ids.some((id) => gateway.ids.includes(id)),
  );
  const trunk = own.find(({ joins }) => !joins)?.points ?? [];
  const branch = own
    .filter(({ joins }) => joins)
    .map(({ points }) => points[0])
    .find((point) => point !== undefined && point[1] > table.y && point[1] < table.y + table.height);
  const [port, corner, turn] = trunk;
  if (branch === undefined || port === undefined || corner === undefined || turn === undefined) return null;
  return [
    [branch[0], branch[1] + lane],
    [turn[0] + lane, branch[1] + lane],
    [turn[0] + lane, turn[1] + lane],
    [corner[0] + lane, corner[1] + lane],
    [port[0] + lane, port[1]],
  ];
}

/** From a gateway into the VPC: below the wires, then as everything between rows. */
function inwards(picture: Picture, gateway: Box, thing: Box, lane: Lane): readonly Point[] | null {
  const out = exitOf(picture, thing, lane);
  const first = picture.boxes.find(({ tone }) => tone === "row");
  const heading = picture.boxes.find(({ tone, y, height }) => tone === "plain" && y + height === first?.y);
  if (out === null || heading === undefined) return null;
  const middle = gateway.x + gateway.width / 2 + lane;
  const below = heading.y - HALF + lane;
  return [
    [middle, gateway.y + gateway.height],
    [middle, below],
    [out.gutter, below],
    [out.gutter, out.lane],
    ...out.points.toReversed(),
  ];
}

function throughLanes(picture: Picture, from: Box, to: Box, lane: Lane): readonly Point[] | null {
  const [out, into] = [exitOf(picture, from, lane), exitOf(picture, to, lane)];
  if (out === null || into === null) return null;
  const between: readonly Point[] =
    out.lane === into.lane
      ? []
      : [
          [out.gutter, out.lane],
          [out.gutter, into.lane],
        ];
  return [...out.points, ...between, ...into.points.toReversed()];
}

/** From a box to the lane at the foot of its row: the x of the gutter, the y of the lane, and the points to there. */
function exitOf({ boxes }: Picture, box: Box, lane: Lane) {
  const row = boxes.find(({ tone, y, height }) => tone === "row" && y <= box.y && box.y < y + height);
  if (row === undefined) return null;
  const foot = row.y + row.height - HALF + lane;
  const middle = box.y + box.height / 2 + lane;
  // Tables stand at the right: their left side is towards the subnets.
  const edge = box.tone === "table" ? box.x : box.x + box.width;
  const strip = edge + (box.tone === "table" ? -HALF : HALF) + lane / 2;
  const points: readonly Point[] = [
    [edge, middle],
    [strip, middle],
    [strip, foot],
  ];
  return { gutter: row.x - HALF + lane / 2, lane: foot, points };
}
