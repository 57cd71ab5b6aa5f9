import { argumentDifferences } from "./argument-differences.ts";
import { keepsItsName } from "./keeps-its-name.ts";
import type { Body, Proposal, ResourceChange } from "./types.ts";

/** Of the arguments of two resources that are alike, how many at least are the same. */
const ALIKE = 2 / 3;

/**
 * What goes and what comes are perhaps the same under another name: resources of one type whose names differ in one word, and
 * whose arguments differ in little beside it. Only where everything that goes with the word comes back with the other.
 */
export function proposeRenames(changes: readonly ResourceChange[]): readonly Proposal[] {
  const gone = changes.filter(({ action }) => action === "destroy");
  const come = changes.filter(({ action }) => action === "create");
  const words = new Map<string, readonly [string, string]>();
  for (const one of gone) {
    for (const other of come) {
      const pair = differingWord(one, other);
      if (pair !== null && areAlike(one, other, pair)) words.set(pair.join(" "), pair);
    }
  }
  return [...words.values()].flatMap((pair) => proposalOf(pair, gone, come)).sort(byNames);
}

function byNames(one: Proposal, other: Proposal): number {
  return `${one.to} ${one.from}` < `${other.to} ${other.from}` ? -1 : 1;
}

function proposalOf(
  [from, to]: readonly [string, string],
  gone: readonly ResourceChange[],
  come: readonly ResourceChange[],
): readonly Proposal[] {
  const moves = gone
    .filter(({ address }) => wordsOf(address).includes(from))
    .map((one) => {
      const other = come.find((candidate) => differingWord(one, candidate)?.join(" ") === `${from} ${to}`);
      return { from: one.address, to: other?.address ?? null };
    });
  const paired = moves.flatMap((move) => (move.to === null ? [] : [{ from: move.from, to: move.to }]));
  const hasRoom = gone.some(({ address, type }) => wordsOf(address).includes(from) && !keepsItsName(type));
  return hasRoom && paired.length === moves.length ? [{ from, to, moves: paired }] : [];
}

/** A name in an address is a word between underscores. */
function wordsOf(address: string): readonly string[] {
  return address.slice(address.indexOf(".") + 1).split("_");
}

function differingWord(one: ResourceChange, other: ResourceChange): readonly [string, string] | null {
  const [words, others] = [wordsOf(one.address), wordsOf(other.address)];
  if (one.type !== other.type || words.length !== others.length) return null;
  const differing = words.flatMap((word, index) => (word === others[index] ? [] : [index]));
  const [index] = differing;
  if (index === undefined || differing.length > 1) return null;
  return [words[index] ?? "", others[index] ?? ""];
}

function areAlike(
  { type, before }: ResourceChange,
  { after }: ResourceChange,
  [from, to]: readonly [string, string],
): boolean {
  if (before === null || after === null) return false;
  const count = new Set([...Object.keys(before), ...Object.keys(after)]).size;
  return argumentDifferences(type, withName(before, from, to), after).length <= count * (1 - ALIKE);
}

function withName(body: Body, from: string, to: string): Body {
  const word = new RegExp(`(?<![a-z0-9])${from}(?![a-z0-9])`, "g");
  const named: Body = JSON.parse(JSON.stringify(body).replace(word, () => to));
  return named;
}
