import { compareTexts } from "./compare-texts.ts";
import { editDistance } from "./edit-distance.ts";

interface Ranked {
  readonly candidate: string;
  /** Edits apart, upper and lower case held equal. */
  readonly edits: number;
  /** Edits apart, case counted: settles ties. */
  readonly exactEdits: number;
}

/**
 * The candidate the author most likely meant, or null when none is near enough. Case does not count, at most one
 * edit per three letters does; among equals the nearer in case wins, then the first in code point order.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  let best: Ranked | null = null;
  for (const candidate of candidates) {
    const ranked = rank(name, candidate);
    if (ranked !== null && (best === null || compare(ranked, best) < 0)) best = ranked;
  }
  return best?.candidate ?? null;
}

/**
 * Null: not near. A third of the longer name may differ, four letters at most, and never the whole name. Lengths are
 * compared first: lists have thousands of candidates.
 */
function rank(name: string, candidate: string): Ranked | null {
  const longer = Math.max(name.length, candidate.length);
  const most = Math.min(Math.ceil(longer / 3), 4);
  if (Math.abs(name.length - candidate.length) > most) return null;
  const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
  const isNear = edits === 0 || (edits < longer && edits <= most);
  return isNear ? { candidate, edits, exactEdits: editDistance(name, candidate) } : null;
}

function compare(a: Ranked, b: Ranked): number {
  return a.edits - b.edits || a.exactEdits - b.exactEdits || compareTexts(a.candidate, b.candidate);
}
