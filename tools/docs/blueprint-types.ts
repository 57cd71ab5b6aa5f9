import { readFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly enum?: readonly (string | number)[];
  readonly const?: string;
  readonly default?: unknown;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly allOf?: readonly unknown[];
  readonly propertyNames?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly "x-hextet-takes"?: string;
}

const schemaUrl = new URL("../../src/blueprint/blueprint.schema.json", import.meta.url);
const whole: Schema = JSON.parse(readFileSync(schemaUrl, "utf8"));
// Gone through before there is a blueprint for one stack: no code sees them in one.
const { include: _, environments: __, ...properties } = whole.properties ?? {};
const { environment: ___, ...definitions } = whole.definitions ?? {};
const root: Schema = { ...whole, properties, definitions };

const banner = `/*
 * The blueprint as it is after the defaults of blueprint.schema.json are filled in.
 * Generated from that schema: change it there, then \`npm run generate\`.
 */`;

const oneOf = `/**
 * Exactly one of the properties of \`T\`. The others read as undefined, so that \`value.key !== undefined\` narrows.
 */
export type OneOf<T> = {
  [Key in keyof T]: { readonly [Chosen in Key]: T[Chosen] } & { readonly [Other in Exclude<keyof T, Key>]?: never };
}[keyof T];
`;

/** The definitions under their type names; a choice is two types, its alternatives and the one of them. */
function printableDefinitions(): Record<string, object> {
  const named = Object.entries(root.definitions ?? {}).filter(([, definition]) => isNamed(definition));
  return Object.fromEntries(named.flatMap(([key, definition]) => printable(pascalCase(key), definition)));
}

function printable(name: string, definition: Schema): [string, object][] {
  const { description } = definition;
  if (!isPlainObject(definition)) return [[name, { description, tsType: typeOf(definition) }]];
  if (!isChoice(definition)) return [[name, printedObject(definition)]];
  const alternatives = printedObject({ ...definition, required: Object.keys(definition.properties ?? {}) });
  return [
    [name, { description, tsType: `OneOf<${name}Alternatives>` }],
    [`${name}Alternatives`, alternatives],
  ];
}

/** json-schema-to-typescript prints the interfaces; what stands in them is written out here as `tsType`. */
function printedObject({ description, properties = {}, required = [] }: Schema): object {
  return {
    description,
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties).filter((key) => required.includes(key) || isFilled(properties[key])),
    properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, printed(value)])),
  };
}

function printed(property: Schema): object {
  return {
    description: property.description ?? definitionOf(property)?.description,
    tsType: typeOf(property),
  };
}

function typeOf(schema: Schema): string {
  // Where it is a reference, a text has been put in its place before anybody sees the blueprint.
  if (schema["x-hextet-takes"] !== undefined) return "string";
  if (schema.$ref !== undefined) return typeOfReference(schema.$ref);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(" | ");
  if (schema.type === "array") return `readonly ${typeOfItem(schema.items ?? {})}[]`;
  if (schema.type === "integer") return "number";
  if (schema.type === "object") return typeOfObject(schema);
  return String(schema.type);
}

function typeOfItem(items: Schema): string {
  const type = typeOf(items);
  return type.includes(" | ") ? `(${type})` : type;
}

function typeOfObject({ additionalProperties: values, properties }: Schema): string {
  if (values) return `{ readonly [name: string]: ${typeOf(values)} }`;
  const fields = Object.entries(properties ?? {}).map(([key, value]) => `readonly ${key}: ${typeOf(value)}`);
  return fields.length > 0 ? `{ ${fields.join("; ")} }` : "Readonly<Record<string, never>>";
}

function typeOfReference(ref: string): string {
  const definition = definitionOf({ $ref: ref });
  if (definition === undefined) throw new Error(`${ref} is not defined`);
  return isNamed(definition) ? pascalCase(keyOf(ref)) : typeOf(definition);
}

/** Plain strings and numbers get no name of their own. */
function isNamed(definition: Schema): boolean {
  if (definition["x-hextet-takes"] !== undefined) return false;
  return definition.type === "object" || Array.isArray(definition.type);
}

const isFilled = (property: Schema | undefined) => property?.default !== undefined;
const isChoice = (schema: Schema) => schema.minProperties === 1 && schema.allOf !== undefined;
const isPlainObject = (schema: Schema) => schema.type === "object" && schema.properties !== undefined;
const keyOf = (ref: string) => ref.replace("#/definitions/", "");
const pascalCase = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
const definitionOf = ({ $ref }: Schema) => ($ref === undefined ? undefined : root.definitions?.[keyOf($ref)]);

/** The text of `blueprint.generated.ts`: the types of the blueprint's schema. */
export async function renderBlueprintTypes(): Promise<string> {
  const text = await compile({ ...printedObject(root), definitions: printableDefinitions() }, "Blueprint", {
    bannerComment: `${banner}\n\n${oneOf}`,
    unreachableDefinitions: true,
    strictIndexSignatures: true,
    style: { printWidth: 110 },
  });
  return text
    .replace(/^ \*\n \* This interface was referenced by [^/]*? \*\/$/gm, " */")
    .replace(/^( +)([\w$]+\??: )/gm, "$1readonly $2");
}
