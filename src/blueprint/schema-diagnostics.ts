import type { ErrorObject } from "ajv";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import { explainList } from "./explain-list.ts";
import { explainMap } from "./explain-map.ts";
import { explainScalar, explainType } from "./explain-scalar.ts";
import { findMisplaced, type Misplaced, pointerTo } from "./misplaced.ts";
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
  const isMisread = ({ instancePath }: ErrorObject) =>
    prefixesOf(instancePath).some((prefix) => flawed.has(prefix));
  const readable = errors.filter((error) => !isMisread(error));
  const torn = tornChoices(readable);
  // Which of two choices is meant nobody knows: what each lacks is said of the one that stays.
  const isInTorn = ({ instancePath, keyword }: ErrorObject) =>
    keyword === "required" &&
    prefixesOf(instancePath)
      .slice(0, -1)
      .some((prefix) => torn.has(prefix));
  const trustworthy = readable.filter((error) => !isInTorn(error));
  const misplaced = findMisplaced(trustworthy, (pointer) => follow(pointer, data));
  const diagnostics: Diagnostic[] = misplaced.map(({ diagnostic }) => diagnostic);
  for (const [pointer, found] of byPointer(withoutMisplaced(trustworthy, misplaced))) {
    if (diagnostics.length >= limit) break;
    // Misread items are all null: alike only by accident.
    const trusted = around.has(pointer) ? found.filter(({ keyword }) => keyword !== "uniqueItems") : found;
    const { path, value } = follow(pointer, data);
    if (trusted.length > 0)
      diagnostics.push(...explain({ path, value, schema: schemaOf(path), errors: trusted }));
  }
  return diagnostics;
}

/** Pointers of the values of which one thing has to be chosen, and several are. */
function tornChoices(errors: readonly ErrorObject[]): ReadonlySet<string> {
  const several = errors.filter(
    ({ keyword, schemaPath }) => keyword === "maxProperties" && schemaPath.includes("/allOf/"),
  );
  return new Set(several.map(({ instancePath }) => instancePath));
}

/** The errors that do not only follow from keys at a wrong level. */
function withoutMisplaced(
  errors: readonly ErrorObject[],
  misplaced: readonly Misplaced[],
): readonly ErrorObject[] {
  const told = new Set(misplaced.flatMap(({ path, keys }) => keys.map((key) => `${pointerTo(path)} ${key}`)));
  const found = new Set(
    misplaced.flatMap((one) => one.found.map((path) => `${pointerTo(path.slice(0, -1))} ${path.at(-1)}`)),
  );
  return errors.filter(({ keyword, instancePath, params }) => {
    if (keyword === "additionalProperties")
      return !told.has(`${instancePath} ${String(params["additionalProperty"])}`);
    return keyword !== "required" || !found.has(`${instancePath} ${String(params["missingProperty"])}`);
  });
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
