import { formatPath, type Path } from "../base/path.ts";
import { blueprintSchema, resolve, type Schema } from "./schema.ts";

/** A step for the names of a map that the author invents, and for the items of a list. */
const ANY = "<name>";

/**
 * Where a key which is unknown at `path` belongs, such as `network.subnets.<name>`: one level up or down, beside, or
 * the only place where the schema knows it; null when there is no such place or no telling which.
 */
export function placeOfKey(key: string, path: Path): string | null {
  const places = placesOf(key, blueprintSchema, []);
  const related = places.filter((place) => isRelated(place, path));
  const candidates = related.length > 0 ? related : places;
  const [only, ...others] = candidates;
  return only === undefined || others.length > 0 ? null : words(only);
}

function placesOf(key: string, schema: Schema, path: readonly string[]): readonly (readonly string[])[] {
  const { properties = {}, additionalProperties, items } = resolve(schema);
  const here = Object.hasOwn(properties, key) ? [path] : [];
  const inProperties = Object.entries(properties)
    // What an environment may change belongs where it changes it.
    .filter(([name]) => path.length > 0 || name !== "environments")
    .flatMap(([name, child]) => placesOf(key, child, [...path, name]));
  const inNamed = additionalProperties ? placesOf(key, additionalProperties, [...path, ANY]) : [];
  const inItems = items ? placesOf(key, items, [...path, ANY]) : [];
  return [...here, ...inProperties, ...inNamed, ...inItems];
}

/** True for the map around the place, the maps in it, and those beside it. */
function isRelated(place: readonly string[], path: Path): boolean {
  const steps = Math.max(place.length, path.length) - commonSteps(place, path);
  return steps === 1 || (steps === 2 && place.length !== path.length);
}

function commonSteps(place: readonly string[], path: Path): number {
  const differs = place.findIndex(
    (step, index) => step !== path[index] && (step !== ANY || path[index] === undefined),
  );
  return differs === -1 ? place.length : differs;
}

function words(place: readonly string[]): string {
  return place.length === 0 ? "the root" : formatPath(place).replaceAll(`["${ANY}"]`, `.${ANY}`);
}
