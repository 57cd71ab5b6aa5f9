import { readdirSync, readFileSync } from "node:fs";
import type { Path } from "../../src/base/path.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { blueprintSchema, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { withValueAt } from "./blueprint-leaves.ts";
import { isObject } from "./json.ts";
import { everythingRenamed } from "./renamed-everything.ts";

const ok = new URL("../blueprint/ok/", import.meta.url);

/** A place of a blueprint, and what the schema says of it. */
export interface SchemaPlace {
  /** Names the place in the schema: `#/definitions/tier.slot`, `[]` for items, `*` for the names that the author invents. */
  readonly id: string;
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema;
}

/** Of several files or several stacks: what is read of them is not what stands in the one text. */
const RESOLVED = /^environments\.yaml$|\.include\.yaml$/;

/** Valid blueprints that between them have every key of the schema, written or filled in. */
export function fullBlueprints(): readonly unknown[] {
  const texts = readdirSync(ok)
    .filter((file) => !RESOLVED.test(file))
    .map((file) => readFileSync(new URL(file, ok), "utf8"));
  const renamed = everythingRenamed((from, isNamed) => (isNamed ? { awsName: from } : {}));
  return [...texts, JSON.stringify(renamed)].map((text) => {
    const { blueprint, references, diagnostics } = readBlueprint("full.yaml", text);
    if (blueprint === null)
      throw new Error(`not valid: ${diagnostics.map(({ message }) => message).join("; ")}`);
    return references.reduce<unknown>(
      (whole, { path, source }) => withValueAt(whole, path, source),
      blueprint,
    );
  });
}

/** The places of a blueprint whose ids are not in `seen` yet; they are put there. */
export function* newPlaces(blueprint: unknown, seen: Set<string>): Generator<SchemaPlace> {
  yield* placesIn({ id: "", path: [], value: blueprint, schema: blueprintSchema }, seen);
}

function* placesIn(place: SchemaPlace, seen: Set<string>): Generator<SchemaPlace> {
  const schema = resolve(place.schema);
  if (!seen.has(place.id)) yield { ...place, schema };
  seen.add(place.id);
  for (const child of childrenOf(place, schema)) yield* placesIn(child, seen);
}

function childrenOf({ id, path, value, schema }: SchemaPlace, resolved: Schema): readonly SchemaPlace[] {
  const owner = schema.$ref ?? id;
  if (Array.isArray(value)) {
    const items = resolved.items ?? {};
    return value.map((item, index) => ({
      id: `${owner}[]`,
      path: [...path, index],
      value: item,
      schema: items,
    }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, child]) => {
    const property = resolved.properties?.[key];
    const named = property === undefined ? "*" : key;
    const inner = property ?? (resolved.additionalProperties || {});
    return { id: `${owner}.${named}`, path: [...path, key], value: child, schema: inner };
  });
}
