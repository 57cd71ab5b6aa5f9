import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../base/diagnostic.ts";
import { isWithin, type Path } from "../base/path.ts";
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
 */
export function explainSchemaErrors(
  errors: readonly ErrorObject[],
  data: unknown,
  misread: readonly Path[],
): readonly Diagnostic[] {
  return [...byPointer(errors)].flatMap(([pointer, found]) => {
    const { path, value } = follow(pointer, data);
    if (misread.some((flawed) => isWithin(path, flawed))) return [];
    // Misread items are all null: alike only by accident.
    const trusted = misread.some((flawed) => isWithin(flawed, path)) ? withoutDuplicates(found) : found;
    return trusted.length === 0 ? [] : explain({ path, value, schema: schemaOf(path), errors: trusted });
  });
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

function withoutDuplicates(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors.filter((error) => error.keyword !== "uniqueItems");
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
