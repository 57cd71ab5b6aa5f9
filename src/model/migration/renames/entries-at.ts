import type { Path } from "../../../base/path.ts";
import { isRecord } from "../../../base/untrusted-json.ts";

/** A value of the blueprint and where it stands. */
export interface Entry {
  readonly path: Path;
  readonly value: unknown;
}

/** The values at places such as `network.subnets.*`, sorted by path. */
export function entriesAt(root: unknown, place: string): readonly Entry[] {
  return below(root, place.split("."), []);
}

function below(value: unknown, steps: readonly string[], path: Path): readonly Entry[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ path, value }];
  if (!isRecord(value)) return [];
  const keys = step === "*" ? Object.keys(value).sort() : Object.hasOwn(value, step) ? [step] : [];
  return keys.flatMap((key) => below(value[key], rest, [...path, key]));
}
