import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import { explainList } from "./explain-list.ts";
import { explainMap } from "./explain-map.ts";
import { explainScalar, explainType } from "./explain-scalar.ts";
import { type Mistake, violates } from "./mistake.ts";
import { schemaOf } from "./schema.ts";

/**
 * What the schema says against a blueprint, in plain words and with one finding for each mistake: what only follows
 * from another error is left out, as is everything about values that were misread.
 *
 * @param data the data as written, without defaults
 * @param limit how many findings are enough
 */
export function explainSchemaErrors(
  errors: readonly ErrorObject[],
  data: unknown,
  misread: readonly Path[],
  limit: number,
): readonly Diagnostic[] {
  const flawed = new Set(misread.map(pointerTo));
  const around = new Set(misread.flatMap((path) => prefixesOf(pointerTo(path))));
  const diagnostics: Diagnostic[] = [];
  for (const [pointer, found] of byPointer(errors)) {
    if (diagnostics.length >= limit) break;
    if (prefixesOf(pointer).some((prefix) => flawed.has(prefix))) continue;
    // Misread items are all null: alike only by accident.
    const trusted = around.has(pointer) ? found.filter(({ keyword }) => keyword !== "uniqueItems") : found;
    const { path, value } = follow(pointer, data);
    if (trusted.length > 0)
      diagnostics.push(...explain({ path, value, schema: schemaOf(path), errors: trusted }));
  }
  return diagnostics;
}

/** The JSON pointer of a path, as the validator writes it. */
function pointerTo(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The pointer of a value and of all that it lies in. */
function prefixesOf(pointer: string): readonly string[] {
  const steps = pointer.split("/");
  return steps.map((_, index) => steps.slice(0, index + 1).join("/"));
}

function byPointer(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly ErrorObject[]> {
  const groups = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath);
    if (group === undefined) groups.set(error.instancePath, [error]);
    else group.push(error);
  }
  return groups;
}

function explain(mistake: Mistake): readonly Diagnostic[] {
  if (violates(mistake, "type")) return [explainType(mistake)];
  if (Array.isArray(mistake.value)) return explainList(mistake);
  return typeof mistake.value === "object" ? explainMap(mistake) : explainScalar(mistake);
}

interface Found {
  readonly path: Path;
  readonly value: unknown;
}

/** Follows a JSON pointer: its steps are list indexes where the data has a list. */
function follow(pointer: string, data: unknown): Found {
  const path: (string | number)[] = [];
  let value = data;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(key) : key);
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return { path, value };
}
