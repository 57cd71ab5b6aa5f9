import { escapeXml } from "./escape-xml.ts";
import { widthOf } from "./fit-text.ts";
import { PAINTS } from "./palette.ts";
import type { Box, Label, Picture, Wire } from "./picture.ts";
import { svgStyle } from "./svg-style.ts";

/** A picture as a file of its own, for both colour schemes: no script, no font, nothing that is loaded. */
export function renderSvg(picture: Picture): string {
  return `${svgElement(picture, ["<style>", svgStyle(), "</style>"])}\n`;
}

/** A picture as an element of a page that has the style sheet. */
export function svgElement(picture: Picture, style: readonly string[] = []): string {
  const { boxes, wires } = picture;
  return wrapped(picture, [
    ...style,
    pageRect(picture),
    ...boxes.map((box) => renderBox(box)),
    ...wires.flatMap(renderWire),
  ]);
}

/**
 * A picture into which ways can be drawn: each box has its index as `data-box`, and lines belong into the empty group
 * `lines`, which lies over subnets and below what stands in them.
 */
export function svgWithWays(picture: Picture): string {
  const { boxes, wires } = picture;
  const drawn = boxes.map((box, index) => ({ box, text: renderBox(box, ` data-box="${index}"`) }));
  return wrapped(picture, [
    pageRect(picture),
    ...drawn.filter(({ box }) => isGround(box)).map(({ text }) => text),
    '<g class="lines"></g>',
    ...drawn.filter(({ box }) => !isGround(box)).map(({ text }) => text),
    ...wires.flatMap(renderWire),
  ]);
}

function isGround({ tone }: Box): boolean {
  return !/^(?:thing|gateway)-|^(?:table|outside)$/.test(tone);
}

function wrapped({ title, description, width, height }: Picture, inside: readonly string[]): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="hx" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...(description === "" ? [] : [`<desc>${escapeXml(description)}</desc>`]),
    ...inside,
    "</svg>",
  ].join("\n");
}

function pageRect({ width, height }: Picture): string {
  return `<rect class="page" width="${Math.ceil(width)}" height="${Math.ceil(height)}"/>`;
}

function renderBox({ tone, x, y, width, height, labels }: Box, marks = ""): string {
  const paint = PAINTS[tone] === null ? ' fill="none"' : ` class="${classOf(tone)}"`;
  const rect = `<rect${paint} x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
  return [`<g${marks}>`, rect, ...labels.map(renderLabel), "</g>"].join("");
}

/** The tone, and for some the word that its kind shares. */
function classOf(tone: string): string {
  const family = /^(thing|gateway)-/.exec(tone)?.[1];
  return family === undefined ? tone : `${family} ${tone}`;
}

function renderLabel({ x, y, text, full, face }: Label): string {
  // No monospaced font has every script: such a text is set to the width that was measured for it.
  const width = /^[\x20-\x7e…→]*$/.test(text)
    ? ""
    : ` textLength="${round(widthOf(text, face))}" lengthAdjust="spacingAndGlyphs"`;
  const title = full === null ? "" : `<title>${escapeXml(full)}</title>`;
  return `<text class="${face}" x="${round(x)}" y="${round(y)}"${width}>${title}${escapeXml(text)}</text>`;
}

function renderWire({ kind, points, heads, joins }: Wire): readonly string[] {
  const path = points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
  const line = `<polyline class="wire wire-${kind}" points="${path}"/>`;
  const [first, last] = [points[0], points.at(-1)];
  const dot =
    joins && last !== undefined
      ? [`<circle class="head-${kind}" cx="${last[0]}" cy="${round(last[1])}" r="3"/>`]
      : [];
  const end = heads !== "none" && last !== undefined ? [head(kind, last, -1)] : [];
  const start = heads === "both" && first !== undefined ? [head(kind, first, 1)] : [];
  return [line, ...dot, ...end, ...start];
}

/** An arrow head on a vertical wire: `direction` -1 points upwards. */
function head(kind: string, [x, y]: readonly [number, number], direction: 1 | -1): string {
  const back = y - 7 * direction;
  return `<polygon class="head-${kind}" points="${round(x)},${round(y)} ${round(x - 4)},${round(back)} ${round(x + 4)},${round(back)}"/>`;
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
