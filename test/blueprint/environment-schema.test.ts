import { describe, expect, test } from "vitest";
import { blueprintSchema, resolve, type Schema } from "../../src/blueprint/schema.ts";

/** Keys that tell the stack of an environment apart, or say what it is for: in a blueprint they mean the same. */
const environment = blueprintSchema.definitions?.["environment"] ?? {};

interface Pair {
  readonly place: string;
  readonly may: Schema;
  /** What the blueprint has there, unresolved. */
  readonly is: Schema;
}

/** Every value that an environment may change, with the value of the blueprint that it changes. */
function* valuesIn({ place, may, is }: Pair): Generator<Pair> {
  const base = resolve(is);
  const isMap = may.type === "object" && may.$ref === undefined;
  if (!isMap) return yield { place, may, is };
  for (const [key, inner] of Object.entries(may.properties ?? {}))
    yield* valuesIn({ place: `${place}.${key}`, may: inner, is: base.properties?.[key] ?? {} });
  if (typeof may.additionalProperties !== "object") return;
  expect(may.propertyNames, place).toEqual(base.propertyNames);
  const values = base.additionalProperties || {};
  yield* valuesIn({ place: `${place}.*`, may: may.additionalProperties, is: values });
}

/** What decides which values may stand there: the words are the environment's own, and a default would undo the blueprint's. */
function withoutWords({ title: _, description: __, examples: ___, default: ____, ...rest }: Schema): Schema {
  return rest;
}

const pairs = [...valuesIn({ place: "", may: environment, is: blueprintSchema })];

describe("what an environment may change", () => {
  test("is a list that somebody closed", () => {
    expect(pairs.length).toBeGreaterThan(90);
    const objects = JSON.stringify(environment).match(/"properties":/g)?.length;
    expect(JSON.stringify(environment).match(/"additionalProperties":false/g)?.length).toBe(objects);
    expect(JSON.stringify(environment)).not.toContain('"default":');
  });

  test.each(pairs.map((pair) => [pair.place, pair] as const))(
    "%s is what it is in a blueprint",
    (_, pair) => {
      expect(withoutWords(pair.is)).not.toEqual({});
      expect(withoutWords(pair.may)).toEqual(withoutWords(pair.is));
    },
  );
});
