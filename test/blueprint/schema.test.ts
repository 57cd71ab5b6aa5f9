import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import ajvFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { blueprintSchema, examplesOf, isChoice, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { everythingRenamed } from "../support/renamed-everything.ts";

/** What editors read, and what Hextet says of a form. */
const OWN_KEYWORDS = ["defaultSnippets", "x-hextet-says", "x-hextet-takes"];

const okFolder = new URL("./ok/", import.meta.url);

/** A property of the root or of a definition, such as `vpc.ipv4Cidr`. */
interface Property {
  readonly id: string;
  readonly name: string;
  readonly owner: Schema;
  readonly schema: Schema;
}

const owners: readonly [string, Schema][] = [
  ["", blueprintSchema],
  ...Object.entries(blueprintSchema.definitions ?? {}),
];

const properties: readonly Property[] = owners
  .filter(([, owner]) => owner["x-hextet-takes"] === undefined)
  .flatMap(([key, owner]) =>
    Object.entries(owner.properties ?? {}).map(([name, schema]) => ({
      id: `${key}.${name}`,
      name,
      owner,
      schema,
    })),
  );

/** Every schema node, at any depth. */
function* nodesOf(schema: Schema): Generator<Schema> {
  yield schema;
  const {
    items,
    propertyNames,
    additionalProperties,
    properties = {},
    patternProperties = {},
    definitions = {},
  } = schema;
  const children = [
    items,
    propertyNames,
    additionalProperties,
    ...[properties, patternProperties, definitions].flatMap(Object.values),
  ];
  for (const child of children) if (child) yield* nodesOf(child);
}

function isFixed(schema: Schema): boolean {
  return schema.properties !== undefined;
}

/** The ids of the properties which a value uses, found as the schema walks it. */
function* usedIn(value: unknown, schema: Schema): Generator<string> {
  const resolved = resolve(schema);
  const owner = schema.$ref?.replace("#/definitions/", "") ?? "";
  if (Array.isArray(value)) for (const item of value) yield* usedIn(item, resolved.items ?? {});
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const property = resolved.properties?.[key];
    if (property !== undefined) yield `${owner}.${key}`;
    yield* usedIn(child, property ?? (resolved.additionalProperties || {}));
  }
}

describe("blueprint.schema.json", () => {
  it("is valid draft-07 which compiles in strict mode", () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateSchema: true, useDefaults: true });
    ajvFormats.default(ajv);
    for (const keyword of OWN_KEYWORDS) ajv.addKeyword(keyword);
    expect(() => ajv.compile(blueprintSchema)).not.toThrow();
  });

  it.each(properties)("$id has a title, a description and examples", ({ schema }) => {
    const { title, description } = resolve(schema);
    expect(title).toMatch(/^\S.*[^.]$/);
    expect(description).toMatch(/^\S.*[.)]$|^\S.*`$/);
    expect(examplesOf(resolve(schema)).length).toBeGreaterThan(0);
  });

  it("says of every property that is not required what leaving it out means", () => {
    const silent = properties.filter(({ name, owner, schema }) => {
      if (owner.required?.includes(name) || isChoice(owner)) return false;
      const { description = "" } = resolve(schema);
      return schema.default === undefined && !/default|Left out/.test(description);
    });
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("keeps defaults on the properties themselves, and none on what is required or chosen", () => {
    const withDefault = [...nodesOf(blueprintSchema)].filter((node) => node.default !== undefined);
    const expected = properties.filter(({ schema }) => schema.default !== undefined);
    expect(withDefault.length).toBe(expected.length);
    const wrong = expected.filter(({ name, owner }) => owner.required?.includes(name) || isChoice(owner));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("accepts its own examples and defaults", () => {
    const ajv = new Ajv({ strict: true, allowUnionTypes: true, useDefaults: true });
    ajvFormats.default(ajv);
    for (const keyword of OWN_KEYWORDS) ajv.addKeyword(keyword);
    // The definitions stand once, so that each is compiled once, not for every property that leads to it.
    ajv.addSchema({ $id: "shared", definitions: blueprintSchema.definitions });
    const toShared = (_: string, value: unknown) =>
      typeof value === "string" && value.startsWith("#/definitions/") ? `shared${value}` : value;
    for (const { id, schema } of properties) {
      const property: unknown = JSON.parse(JSON.stringify(schema), toShared);
      const validate = ajv.compile({ type: "object", properties: { property } });
      const examples = examplesOf(resolve(schema));
      const values = schema.default === undefined ? examples : [...examples, schema.default];
      for (const value of values) {
        expect(validate({ property: structuredClone(value) }), `${id}: ${JSON.stringify(value)}`).toBe(true);
      }
    }
  });

  it("bounds every string, and tells the form of each in words", () => {
    const nodes = [...nodesOf(blueprintSchema)];
    const strings = nodes.filter(
      ({ type, enum: values, const: value }) => String(type).includes("string") && !values && !value,
    );
    expect(strings.filter(({ maxLength }) => maxLength === undefined)).toEqual([]);
    const formed = nodes.filter(({ pattern, format }) => pattern !== undefined || format !== undefined);
    expect(formed.filter((node) => node["x-hextet-says"] === undefined)).toEqual([]);
    expect(
      nodes.filter((node) => node.propertyNames && !resolve(node.propertyNames)["x-hextet-says"]),
    ).toEqual([]);
  });

  it("closes every object, names every key of a map, and has no alternatives by oneOf or anyOf", () => {
    const objects = [...nodesOf(blueprintSchema)].filter(
      ({ type, $ref }) => String(type).includes("object") && $ref === undefined,
    );
    const open = objects.filter((node) =>
      isFixed(node)
        ? node.additionalProperties !== false
        : node.additionalProperties !== false && !node.propertyNames,
    );
    expect(open).toEqual([]);
    expect(JSON.stringify(blueprintSchema)).not.toMatch(/"(oneOf|anyOf|not|if)":/);
    const narrowed = [...nodesOf(blueprintSchema)].filter(({ allOf }) => allOf !== undefined);
    expect(narrowed.filter((node) => !isChoice(node))).toEqual([]);
    for (const { allOf } of narrowed) expect(allOf).toEqual([{ maxProperties: 1 }]);
  });

  it("is used in full by the blueprints in ok/, and by one with everything renamed", () => {
    const used = new Set<string>();
    const texts = readdirSync(okFolder).map((file) => readFileSync(new URL(file, okFolder), "utf8"));
    const renamed = everythingRenamed((from, isNamed) => (isNamed ? { awsName: from } : {}));
    for (const text of [...texts, JSON.stringify(renamed)]) {
      const { blueprint } = readBlueprint("used.yaml", text);
      // In what was read a text stands for each reference.
      for (const data of [blueprint, parse(text)])
        for (const id of usedIn(data, blueprintSchema)) used.add(id);
    }
    expect(properties.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it("is written out, not only filled in, by everything.yaml", () => {
    const text = readFileSync(new URL("everything.yaml", okFolder), "utf8");
    const inOtherFiles =
      /^(backend|localBackend|remoteBackend|cloudBackend|httpBackend|vpcIpv4|vpcIpv6|legacyDhcpv6|reference|fromBlueprint|fromState|foreignState|handOver|parameterHandOver|environment)\.|^\.(environments|include)$|^terraformSettings\.(handOver|states)$|^vpc\.ipv4$/;
    const unwritten = properties.filter(
      ({ id, name }) => !inOtherFiles.test(id) && !new RegExp(`\\b${name}:`).test(text),
    );
    expect(unwritten.map(({ id }) => id)).toEqual([]);
  });
});
