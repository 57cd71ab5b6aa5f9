import type { Addressing } from "../../model/types/subnets.ts";
import type { GatewayKind, ThingKind } from "./graph.ts";

/** Lengths are pixels; x grows to the right, y downwards. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a box stands for, which decides its colours. */
export type Tone =
  | "plain"
  | "outside"
  | "vpc"
  | "row"
  | `subnet-${Addressing}`
  | `thing-${ThingKind}`
  | `gateway-${GatewayKind}`
  | "table";

/** The looks of a label. */
export type Face = "title" | "name" | "text" | "faint";

/** One line of text; `x` is its left edge and `y` its baseline, both on paper. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The whole text where it was cut; otherwise null. */
  readonly full: string | null;
  readonly face: Face;
}

/** A rectangle with its own labels inside. */
export interface Box extends Place {
  readonly tone: Tone;
  readonly labels: readonly Label[];
  /** Terraform addresses, or AWS's ids, of what it stands for; empty: it stands for none. */
  readonly ids: readonly string[];
}

/** A line of horizontal and vertical pieces. */
export interface Wire {
  readonly kind: GatewayKind;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Where it has arrow heads. */
  readonly heads: "none" | "end" | "both";
  /** As of the box of its gateway. */
  readonly ids: readonly string[];
  /** True where it joins another wire with a dot at its end. */
  readonly joins: boolean;
}

/** A drawing with a place for everything; what comes later lies above. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
}
