import { atValue, type Diagnostic } from "../base/diagnostic.ts";
import { formatPath } from "../base/path.ts";
import { type Mistake, paramsOf, shapeError, violates } from "./mistake.ts";
import { shown } from "./value-words.ts";

/** A list with too few or too many items, or with one twice. */
export function explainList(mistake: Mistake): readonly Diagnostic[] {
  const diagnostics = explainDuplicate(mistake);
  if (violates(mistake, "minItems")) diagnostics.push(tooFew(mistake));
  if (violates(mistake, "maxItems")) diagnostics.push(tooMany(mistake, mistake.schema.maxItems));
  return diagnostics;
}

function explainDuplicate(mistake: Mistake): Diagnostic[] {
  const { path, value } = mistake;
  const indexes = [...paramsOf(mistake, "uniqueItems", "i"), ...paramsOf(mistake, "uniqueItems", "j")].map(
    Number,
  );
  if (indexes.length === 0) return [];
  const later = Math.max(...indexes);
  const item: unknown = Array.isArray(value) ? value[later] : null;
  const message = `${shown(item)} is in ${formatPath(path)} twice`;
  return [shapeError("schema/duplicate-item", atValue([...path, later]), message, "delete one of the two")];
}

/** A list or a map with fewer entries than it needs, mostly none. */
export function tooFew({ path, schema }: Mistake): Diagnostic {
  const least = schema.minItems ?? schema.minProperties ?? 1;
  const entries = least === 1 ? "one entry" : `${least} entries`;
  return shapeError(
    "schema/empty-list",
    atValue(path),
    `expected at least ${entries} in ${formatPath(path)}`,
  );
}

/** A list or a map with more entries than `limit`. */
export function tooMany({ path, value }: Mistake, limit: number | undefined): Diagnostic {
  const count = typeof value === "object" && value !== null ? Object.keys(value).length : 0;
  const message = `expected at most ${limit} entries in ${formatPath(path)}, got ${count}`;
  return shapeError("schema/too-many", atValue(path), message);
}
