import { FONT_SIZES, fitLines, LINE_HEIGHTS } from "./fit-text.ts";
import type { Box, Face, Label, Tone } from "./picture.ts";

/** Between the edge of a box and its text, in pixels. */
export const PADDING = 8;

/** A paragraph of a box. */
interface Paragraph {
  readonly text: string;
  readonly face: Face;
  /** At most so many lines. */
  readonly most?: number;
}

/** A box that is as high as its text, or as high as is asked for. */
export interface TextBox {
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Null: as high as its text. */
  readonly height: number | null;
  readonly paragraphs: readonly Paragraph[];
  readonly ids?: readonly string[];
}

/** Writes paragraphs into a box, below each other. */
export function textBox({ tone, x, y, width, height, paragraphs, ids = [] }: TextBox): Box {
  const labels: Label[] = [];
  let bottom = y + PADDING / 2;
  for (const { text, face, most } of paragraphs) {
    for (const line of fitLines(text, face, width - 2 * PADDING, most)) {
      const baseline = bottom + (LINE_HEIGHTS[face] + FONT_SIZES[face]) / 2 - 2;
      if (line.text !== "") labels.push({ x: x + PADDING, y: baseline, ...line, face });
      bottom += LINE_HEIGHTS[face];
    }
  }
  return { tone, x, y, width, height: height ?? bottom + PADDING / 2 - y, labels, ids };
}

/** Where the box ends below. */
export function bottomOf({ y, height }: Box): number {
  return y + height;
}
