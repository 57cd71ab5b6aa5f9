import fc from "fast-check";
import { blueprintSchema, childOf, isChoice, resolve, type Schema } from "../../../src/blueprint/schema.ts";
import { isObject } from "../json.ts";
import { anyPlace, type Drawn, pick, type Tree } from "./tree.ts";

/** What is drawn of a setting: a place among all keys that could still be written, and a value among those that fit. */
const settingDraft = fc.record({ place: fc.nat({ max: 9999 }), value: anyPlace });
export const settingsDraft = fc.array(settingDraft, { maxLength: 3, size: "medium" });

/** Sections that are of no network: what reads files or other stacks, and what must be there already. */
const NOT_OF_A_NETWORK = [
  "terraform",
  "migration",
  "environments",
  "existing",
  "expect",
  "include",
  "quotas",
];
/** Only in younger releases of the provider, and what is right only with other keys beside it. */
const NOT_ALONE = [
  "addressPlan",
  "renamedFrom",
  "desiredCapacity",
  "desiredSize",
  "controlPlaneEgressMode",
  "availabilityMode",
  "architecture",
  "enableDnsSupport",
  "enableDnsHostnames",
  "dnsRecordIpType",
  "nat64",
  "enableDns64",
  "ipv6AddressCount",
];

/** A key that is not written, in the map at a path. */
interface Place {
  readonly path: readonly string[];
  readonly values: readonly unknown[];
}

/** The blueprint with some more keys: any key of the schema that takes a choice of words, a yes or no, a number or tags. */
export function withSettings(blueprint: Tree, drafts: Drawn<typeof settingsDraft>): Tree {
  return drafts.reduce<Tree>((whole, { place: at, value: which }) => {
    const place = pick(openPlaces(whole, blueprintSchema, []), at);
    return place === null ? whole : written(whole, place.path, pick(place.values, which));
  }, blueprint);
}

function openPlaces(map: Tree, given: Schema, path: readonly string[]): readonly Place[] {
  const schema = resolve(given);
  const skipped = path.length === 0 ? NOT_OF_A_NETWORK : [...NOT_OF_A_NETWORK, ...NOT_ALONE];
  const open = isChoice(schema) ? [] : Object.entries(schema.properties ?? {});
  const own = open
    .filter(([key]) => map[key] === undefined && !skipped.includes(key))
    .map(([key, child]) => ({ path: [...path, key], values: valuesOf(resolve(child)) }))
    .filter(({ values }) => values.length > 0);
  const below = Object.entries(map).flatMap(([key, value]) =>
    isObject(value) && !skipped.includes(key) ? openPlaces(value, childOf(schema, key), [...path, key]) : [],
  );
  return [...own, ...below];
}

const TAGS = [{ kind: "a" }, { "a b": "x=y @z" }];

function valuesOf(schema: Schema): readonly unknown[] {
  if (schema.enum !== undefined) return schema.enum;
  if (schema.type === "boolean") return [true, false];
  if (schema.type === "integer" && schema.minimum !== undefined) {
    const { minimum, maximum = minimum + 100 } = schema;
    return [minimum, minimum + Math.floor((maximum - minimum) / 10), maximum].filter((one) => one >= 0);
  }
  return schema.propertyNames?.$ref === "#/definitions/tagKey" ? TAGS : [];
}

function written(map: Tree, [key = "", ...rest]: readonly string[], value: unknown): Tree {
  if (rest.length === 0) return { ...map, [key]: value };
  const child = map[key];
  return { ...map, [key]: written(isObject(child) ? child : {}, rest, value) };
}
