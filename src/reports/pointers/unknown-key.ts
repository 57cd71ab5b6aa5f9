import { compareTexts } from "../../base/compare-texts.ts";
import { nearest } from "../../base/nearest.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { pointerArguments } from "./pointer-arguments.generated.ts";

/** What to say of a word that is nearly a key of a blueprint, with up to three of its places; null when it is not near to one. */
export function unknownKey(word: string): string | null {
  // Rules have hyphens, keys have none.
  if (word.includes("-")) return null;
  const places = new Set(Object.keys(pointerArguments).flatMap(withThoseAbove));
  const key = nearest(word, new Set([...places].map(lastOf).filter((step) => step !== "*")));
  if (key === null) return null;
  const having = [...places]
    .filter((place) => lastOf(place) === key)
    .sort((one, other) => one.split(".").length - other.split(".").length || compareTexts(one, other))
    .map((place) => place.replaceAll("*", "<name>"));
  const shown = having.slice(0, 3).map((place) => `"${place}"`);
  return `unknown rule "${escapeUnsafe(word)}": did you mean the key ${shown.join(" or ")}?`;
}

/** `a.*.b` is in `a.*` and in `a`. */
function withThoseAbove(place: string): readonly string[] {
  const steps = place.split(".");
  return steps.map((_, index) => steps.slice(0, index + 1).join("."));
}

function lastOf(place: string): string {
  return place.slice(place.lastIndexOf(".") + 1);
}
