import { nearest } from "../../base/nearest.ts";
import { isRecord } from "../../base/untrusted-json.ts";
import { type NoPlace, type Place, stepsOf } from "./find-place.ts";

/**
 * The first name of a pointer that no blueprint has, where one has the map that it is looked for in. Null when every name
 * is there, or when no blueprint has such a map: then the pointer is about what could be written.
 */
export function findUnknownName(
  pointer: string,
  { pattern }: Place,
  blueprints: readonly unknown[],
): NoPlace | null {
  const steps = stepsOf(pointer);
  const kinds = pattern.split(".");
  let inside: readonly unknown[] = blueprints;
  for (const [index, step] of steps.entries()) {
    const maps = inside.filter(isRecord);
    const isAny = step === "*" || /^<.*>$/.test(step);
    const next = isAny
      ? maps.flatMap((map) => Object.values(map))
      : maps.flatMap((map) => (Object.hasOwn(map, step) ? [map[step]] : []));
    const names = maps.flatMap((map) => Object.keys(map));
    if (kinds[index] === "*" && !isAny && names.length > 0 && next.length === 0)
      return unknownName(steps, index, names);
    inside = next;
  }
  return null;
}

function unknownName(steps: readonly string[], index: number, names: readonly string[]): NoPlace {
  const step = steps[index] ?? "";
  const near = nearest(step, names);
  const meant = near === null ? null : steps.with(index, near).join(".");
  return { step, inside: steps.slice(0, index).join("."), meant, names: [...new Set(names)].sort() };
}
