import { atKey, atValue, type Diagnostic } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { formatPath } from "../base/path.ts";
import { tooFew, tooMany } from "./explain-list.ts";
import { placeOfKey } from "./key-places.ts";
import { type Mistake, paramsOf, shapeError, violates } from "./mistake.ts";
import { notInABlueprint } from "./not-in-a-blueprint.ts";
import { isChoice, resolve, type Schema, schemaOf, takesNothing } from "./schema.ts";
import { yamlOf } from "./value-words.ts";

/** A map's keys: those unknown, badly named or missing, too few or too many of them. */
export function explainMap(mistake: Mistake): readonly Diagnostic[] {
  const unknown = new Map(
    paramsOf(mistake, "additionalProperties", "additionalProperty").map((key) => [
      key,
      notInABlueprint(key, mistake.path) === null && sameInAll(key, mistake) === null
        ? meantBy(key, mistake)
        : null,
    ]),
  );
  return [
    ...[...unknown].map(([key, meant]) => explainUnknown(key, meant, mistake)),
    ...paramsOf(mistake, "propertyNames", "propertyName").map((name) => explainName(name, mistake)),
    ...explainMissing(mistake, [...unknown.values()]),
    ...explainSize(mistake, unknown.size > 0),
  ];
}

/** The key which a misspelled one stands for: one that is not written yet, if there is. */
function meantBy(key: string, { schema, value }: Mistake): string | null {
  const known = Object.keys(schema.properties ?? {});
  const written = new Set(keysOf(value));
  return (
    nearest(
      key,
      known.filter((candidate) => !written.has(candidate)),
    ) ?? nearest(key, known)
  );
}

function explainUnknown(key: string, meant: string | null, mistake: Mistake): Diagnostic {
  const { path, schema } = mistake;
  const message = `unknown key ${JSON.stringify(key)} in ${formatPath(path)}`;
  return shapeError(
    "schema/unknown-key",
    atKey([...path, key]),
    message,
    unknownHint(key, meant, mistake, schema),
  );
}

function unknownHint(key: string, meant: string | null, mistake: Mistake, schema: Schema): string {
  const { path } = mistake;
  const elsewhere = notInABlueprint(key, path);
  if (elsewhere !== null) return elsewhere;
  const fixed = sameInAll(key, mistake);
  if (fixed !== null) return fixed;
  if (meant !== null) return `did you mean "${meant}"?`;
  if (takesNothing(schema)) return "write {}: there is nothing to set";
  const place = placeOfKey(key, path);
  if (place !== null) return `"${key}" belongs in ${place}`;
  const known = someOf(Object.keys(schema.properties ?? {}), key);
  return isChoice(schema) ? `choose one of ${known}` : `known keys: ${known}`;
}

/** Keys that a finding lists. */
const MOST_KEYS = 20;

/** The keys; of more than a reader goes through those that are most like the one that was written. */
function someOf(keys: readonly string[], written: string): string {
  if (keys.length <= MOST_KEYS) return keys.join(", ");
  const words = wordsIn(written);
  const alike = (key: string) => wordsIn(key).filter((word) => words.includes(word)).length;
  const best = [...keys].sort((a, b) => alike(b) - alike(a)).slice(0, MOST_SHOWN);
  return `${best.join(", ")} and ${keys.length - best.length} more (docs/blueprint.md)`;
}

/** Of those that are left out of a long list. */
const MOST_SHOWN = 8;

function wordsIn(key: string): readonly string[] {
  return key.split(/(?=[A-Z])|[^A-Za-z0-9]+/).map((word) => word.toLowerCase());
}

/** What to say of a key of a blueprint that no environment may have another value of; null for any other key. */
function sameInAll(key: string, { path, schema }: Mistake): string | null {
  const [root, , ...place] = path;
  if (root !== "environments" || !Object.hasOwn(schemaOf(place).properties ?? {}, key)) return null;
  const may = Object.keys(schema.properties ?? {}).join(", ");
  return `"${key}" is the same in all environments; what may differ here: ${may}`;
}

function explainName(name: string, { path, schema }: Mistake): Diagnostic {
  const names = resolve(schema.propertyNames ?? {});
  const message = `bad name ${JSON.stringify(name)} in ${formatPath(path)}: ${names["x-hextet-says"]}`;
  const better = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  const pattern = names.pattern ?? "^$";
  // Where upper case is allowed it matters, and the name in lower case is another.
  const fits = better !== name && !pattern.includes("A-Z") && new RegExp(pattern, "u").test(better);
  return shapeError("schema/bad-name", atKey([...path, name]), message, fits ? `write ${better}` : null);
}

/** Missing keys, without those that a misspelled key was meant to be. */
function explainMissing(mistake: Mistake, meant: readonly (string | null)[]): readonly Diagnostic[] {
  const { path, schema } = mistake;
  const missing = paramsOf(mistake, "required", "missingProperty").filter((key) => !meant.includes(key));
  return missing.map((key) => {
    const message = `missing key "${key}" in ${formatPath(path)}`;
    return shapeError("schema/missing-key", atKey(path), message, exampleHint(key, schema));
  });
}

function exampleHint(key: string, schema: Schema): string | null {
  const example = resolve(schema.properties?.[key] ?? {}).examples?.[0];
  if (Array.isArray(example)) return `for example ${key}: [${example.map(yamlOf).join(", ")}]`;
  return typeof example === "object" || example === undefined
    ? null
    : `for example ${key}: ${yamlOf(example)}`;
}

function explainSize(mistake: Mistake, hasUnknown: boolean): readonly Diagnostic[] {
  if (isChoice(mistake.schema)) return hasUnknown ? [] : explainChoice(mistake);
  if (violates(mistake, "minProperties")) return [tooFew(mistake)];
  return violates(mistake, "maxProperties") ? [tooMany(mistake, mistake.schema.maxProperties)] : [];
}

function explainChoice(mistake: Mistake): readonly Diagnostic[] {
  if (!violates(mistake, "minProperties") && !violates(mistake, "maxProperties")) return [];
  const { path, value, schema } = mistake;
  const chosen = keysOf(value);
  const [, second] = chosen;
  const got = second === undefined ? "" : `, not ${chosen.join(" and ")}`;
  const choices = Object.keys(schema.properties ?? {});
  if (choices.length > MOST_KEYS) {
    const hint =
      second === undefined ? `choose one of ${someOf(choices, "")}` : "write each in an entry of its own";
    return [
      shapeError(
        "schema/choose-one",
        atValue(path),
        `choose exactly one key in ${formatPath(path)}${got}`,
        hint,
      ),
    ];
  }
  const message = `choose exactly one of ${choices.join(", ")} in ${formatPath(path)}${got}`;
  return [shapeError("schema/choose-one", atValue(path), message)];
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
