import { resolve, type Schema } from "../../src/blueprint/schema.ts";
import { flow } from "./flow.ts";
import { childOf, type SectionPlace } from "./section-places.ts";

const WIDEST = 100;
/** Of a map with names of the author's, as subnets, an example shows no more entries when it is long. */
const MOST_ENTRIES = 2;

/** The place whose example shows the most keys of its section, on the fewest lines. */
export function bestPlace(places: readonly SectionPlace[], schema: Schema): SectionPlace | undefined {
  const rank = (place: SectionPlace) =>
    100 * Object.keys(shown(place, schema)).length - renderExample(place, schema).length;
  return places.reduce<SectionPlace | undefined>(
    (best, place) => (best === undefined || rank(place) > rank(best) ? place : best),
    undefined,
  );
}

/** The value with the keys around it, as lines of YAML in the form of `hextet fmt`; what is long is cut, but for required keys. */
export function renderExample(place: SectionPlace, schema: Schema): readonly string[] {
  const wrapped = place.path.reduceRight<object>(
    (inner, step) => (typeof step === "number" ? [inner] : { [step]: inner }),
    shown(place, schema),
  );
  return block(wrapped, "");
}

function shown({ path, value }: SectionPlace, schema: Schema): object {
  let at = schema;
  for (const step of path) at = childOf(at, String(step));
  return Object(shorten(value, at));
}

function shorten(value: unknown, schema: Schema): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || fits(value, 20)) return value;
  const { properties, required = [] } = schema;
  const entries = Object.entries(value);
  if (properties === undefined)
    return Object.fromEntries(
      entries.slice(0, MOST_ENTRIES).map(([key, entry]) => [key, shorten(entry, childOf(schema, key))]),
    );
  const kept = entries.filter(([key, entry]) => required.includes(key) || fits(entry, 20 + key.length));
  const shown = kept.length > 0 ? kept : entries.slice(0, 1);
  return Object.fromEntries(
    shown.map(([key, entry]) => [key, shorten(entry, resolve(childOf(schema, key)))]),
  );
}

function block(value: unknown, indent: string): readonly string[] {
  if (typeof value !== "object" || value === null) throw new Error("an example is no map");
  if (Array.isArray(value))
    return value.flatMap((entry) =>
      block(entry, `${indent}  `).map((line, index) =>
        index === 0 ? `${indent}- ${line.trimStart()}` : line,
      ),
    );
  return Object.entries(value).flatMap(([key, entry]) => {
    const name = `${indent}${flow(key)}:`;
    const isScalar = typeof entry !== "object" || entry === null;
    return isScalar || fits(entry, name.length)
      ? [`${name} ${flow(entry)}`]
      : [name, ...block(entry, `${indent}  `)];
  });
}

function fits(value: unknown, taken: number): boolean {
  return flow(value).length + taken < WIDEST;
}
