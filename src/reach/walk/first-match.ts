import { bitsOf, contains, networkOf, type Prefix } from "../../base/prefix.ts";
import { type Block, type Coverage, coverage } from "../topology/block.ts";
import type { PortRange } from "./packet.ts";

/** A set of packets: all that have an address of the block and a port of the range. */
export interface Piece {
  readonly block: Block;
  readonly ports: PortRange;
}

/** What a list of rules says of the packets in a block and a range of ports. */
export interface Matcher<T> {
  /** "unknown": it may match any address. */
  readonly block: Block | "all" | "unknown";
  /** "unknown": it may match any packet. */
  readonly ports: PortRange | "unknown";
  readonly result: T;
}

/** Packets that meet the same end: the last result is sure, those before it may come first. Null: nothing matches. */
export interface Decided<T> {
  readonly piece: Piece;
  readonly results: readonly (T | null)[];
}

/** How much of a party's block lies in a rule's. */
export type Covers = (outer: Block, inner: Block) => Coverage;

interface Open<T> {
  readonly piece: Piece;
  readonly maybe: readonly T[];
}

/** Larger than any list that AWS takes makes it; beyond it a rule in doubt stays in doubt. */
const MOST_PIECES = 2000;

/** Splits packets by the first rule that matches them, as network ACLs and route tables do. */
export function firstMatch<T>(
  matchers: readonly Matcher<T>[],
  pieces: readonly Piece[],
  covers: Covers = coverage,
): readonly Decided<T>[] {
  const decided: Decided<T>[] = [];
  let open: readonly Open<T>[] = pieces.map((piece) => ({ piece, maybe: [] }));
  for (const matcher of matchers) {
    if (open.length === 0) break;
    open = open.flatMap((one) =>
      meet(matcher, one, { covers, decided, maySplit: open.length < MOST_PIECES }),
    );
  }
  return [...decided, ...open.map(({ piece, maybe }) => ({ piece, results: [...maybe, null] }))];
}

interface Meeting<T> {
  readonly covers: Covers;
  readonly decided: Decided<T>[];
  readonly maySplit: boolean;
}

/** What of the packets is still open behind the rule. */
function meet<T>(matcher: Matcher<T>, open: Open<T>, meeting: Meeting<T>): readonly Open<T>[] {
  const { piece } = open;
  const { ports } = matcher;
  const inside = ports === "unknown" ? piece.ports : common(ports, piece.ports);
  const how = inside === null ? "none" : coverageOf(matcher, piece, meeting.covers);
  if (inside === null || how === "none") return [open];
  const beside = rest(piece.ports, inside).map((range) => ({
    ...open,
    piece: { ...piece, ports: range },
  }));
  return [...beside, ...meetInside(matcher, { ...open, piece: { ...piece, ports: inside } }, how, meeting)];
}

function meetInside<T>(
  matcher: Matcher<T>,
  open: Open<T>,
  how: Coverage,
  { decided, maySplit }: Meeting<T>,
): readonly Open<T>[] {
  const { piece, maybe } = open;
  const isSure = matcher.ports !== "unknown" && matcher.block !== "unknown";
  if (isSure && how === "all") {
    decided.push({ piece, results: [...maybe, matcher.result] });
    return [];
  }
  const inner = isSure && maySplit ? innerPrefix(matcher.block, piece.block) : null;
  if (inner === null) return [{ piece, maybe: [...maybe, matcher.result] }];
  decided.push({ piece: { ...piece, block: known(inner.inner) }, results: [...maybe, matcher.result] });
  return around(inner.outer, inner.inner).map((prefix) => ({
    piece: { ...piece, block: known(prefix) },
    maybe,
  }));
}

function coverageOf<T>({ block }: Matcher<T>, piece: Piece, covers: Covers): Coverage {
  if (block === "all") return "all";
  return block === "unknown" ? "some" : covers(block, piece.block);
}

/** The rule's prefix where it is a part of the party's, both known. */
function innerPrefix(rule: Block | "all" | "unknown", party: Block): { inner: Prefix; outer: Prefix } | null {
  if (typeof rule === "string" || rule.kind === "unknown" || party.kind === "unknown") return null;
  return contains(party.prefix, rule.prefix) ? { inner: rule.prefix, outer: party.prefix } : null;
}

/** The blocks that make up `outer` together with `inner`. */
export function around(outer: Prefix, inner: Prefix): readonly Prefix[] {
  const { family } = outer;
  const lengths = Array.from({ length: inner.length - outer.length }, (_, n) => outer.length + 1 + n);
  return lengths.map((length) => {
    const sibling = 1n << BigInt(bitsOf(family) - length);
    return networkOf({ family, address: inner.address ^ sibling, length });
  });
}

function known(prefix: Prefix): Block {
  return { kind: "known", prefix };
}

/** The ports of both; null: none. */
function common(a: PortRange, b: PortRange): PortRange | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from > to ? null : { from, to };
}

function rest(all: PortRange, taken: PortRange): readonly PortRange[] {
  const before = { from: all.from, to: taken.from - 1 };
  const after = { from: taken.to + 1, to: all.to };
  return [before, after].filter(({ from, to }) => from <= to);
}
