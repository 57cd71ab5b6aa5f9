import type { Passage, Verdict } from "../../../reach/walk/trace.ts";

/**
 * What the page's script reads: every trace of a page. What traces share stands once, and is named by its index in the
 * list of its kind.
 */
export interface PageData {
  readonly texts: readonly string[];
  readonly facts: readonly PageFact[];
  readonly hops: readonly PageHop[];
  /** Hops in the order of the packet, behind what is said of the name. */
  readonly ways: readonly (readonly number[])[];
  readonly attempts: readonly PageAttempt[];
  readonly drawings: readonly PageDrawing[];
  /** A cell of the matrix names one of them. */
  readonly traces: readonly PageTrace[];
}

/** A claim, its sources (addresses, or names of documents) and the day on which it was checked. */
export type PageFact = readonly [claim: string, sources: readonly string[], checked: string];

/** `name` such as "back: route"; `place`: where what decides is written, -1: nowhere. Indexes of texts and facts. */
export type PageHop = readonly [
  name: number,
  passes: Passage,
  reason: number,
  place: number,
  facts: readonly number[],
];

/** Over what an attempt goes; "NAT64": over IPv6, to an address that DNS64 made. */
export type PageFamily = "IPv6" | "NAT64" | "IPv4";

/** One of the attempts of a trace. */
export type PageAttempt = readonly [
  /** Texts: the name that was asked for, and the subnets at both ends; -1: none. */
  name: number,
  from: number,
  to: number,
  family: PageFamily,
  passes: Passage,
  /** Hops that say what the name answers, before those of the way. */
  before: readonly number[],
  way: number,
  /** -1 where nothing is drawn. */
  drawing: number,
];

/** One connection. */
export type PageTrace = readonly [
  /** Texts. */
  from: number,
  to: number,
  port: number,
  verdict: Verdict,
  /** A text; -1 where it reaches everywhere. */
  reason: number,
  /** Hops: what names answered. */
  dns: readonly number[],
  attempts: readonly number[],
];

/** The way of an attempt in the picture of its network. */
export interface PageDrawing {
  /** Boxes by their index in the picture, in the order of the packet, with the numbers of their hops. */
  readonly stops: readonly PageStop[];
  /** Points of a polyline each, as SVG writes them. */
  readonly there: readonly string[];
  readonly back: readonly string[];
}

/** `label`: the numbers of hops, such as "3–5"; `passes`: the worst of them. */
export type PageStop = readonly [box: number, label: string, passes: Passage];
