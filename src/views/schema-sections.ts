import { escapeMarkdown, inlineCode } from "./markdown.ts";

/** The part of JSON Schema (draft-07) that the blueprint's schema uses and the page shows. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

/** An object of the blueprint that gets a table of its own. */
export interface ReachedSection {
  readonly title: string;
  readonly anchor: string;
  /** How many sections it lies in; 0 for the root. */
  readonly depth: number;
  /** Every place where it stands: `network.subnets.<name>`; empty text for the root. */
  readonly places: readonly string[];
  readonly node: SchemaNode;
}

const ROOT_ANCHOR = "blueprint";

/** The objects of the schema in reading order: the root first, each before what lies in it, none twice. */
export function reachSections(schema: SchemaNode): readonly ReachedSection[] {
  const sections = new Map<string, ReachedSection & { readonly places: string[] }>();
  const visit = (node: SchemaNode, anchor: string, place: string, depth: number): void => {
    const known = sections.get(anchor);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    sections.set(anchor, { title: node.title ?? anchor, anchor, depth, places: [place], node });
    for (const [key, property] of Object.entries(node.properties ?? {}))
      descend(property, place === "" ? key : `${place}.${key}`, depth + 1);
  };
  const descend = (property: SchemaNode, place: string, depth: number): void => {
    const node = stripReference(property, schema);
    if (node.properties !== undefined) visit(node, anchorOfReference(property.$ref ?? place), place, depth);
    if (typeof node.additionalProperties === "object")
      descend(node.additionalProperties, `${place}.<name>`, depth);
    if (node.items !== undefined) descend(node.items, `${place}[]`, depth);
  };
  visit(schema, ROOT_ANCHOR, "", 0);
  return [...sections.values()];
}

/** What a node refers to: itself without a `$ref`. Throws for a reference out of the schema's definitions. */
export function stripReference(node: SchemaNode, schema: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const target = schema.definitions?.[node.$ref.replace("#/definitions/", "")];
  if (target === undefined) throw new Error(`internal error: the schema has no ${node.$ref}`);
  return stripReference(target, schema);
}

/** The type of a value in Markdown: `list of name`, `integer, 0 to 65535`, or a link to its section. */
export function typeOf(property: SchemaNode, schema: SchemaNode): string {
  const node = stripReference(property, schema);
  if (node.const !== undefined) return inlineCode(JSON.stringify(node.const));
  if (node.enum !== undefined) return node.enum.map((value) => inlineCode(String(value))).join(" or ");
  if (node.items !== undefined) return `list of ${typeOf(node.items, schema)}`;
  if (typeof node.additionalProperties === "object")
    return `map of name to ${typeOf(node.additionalProperties, schema)}`;
  const types = (typeof node.type === "string" ? [node.type] : (node.type ?? [])).map((type) =>
    type === "object" ? typeOfObject(property, node) : type,
  );
  if (property.$ref === "#/definitions/name") return "name";
  return `${types.join(" or ")}${rangeOf(node)}`;
}

function typeOfObject(property: SchemaNode, node: SchemaNode): string {
  if (node.properties === undefined || property.$ref === undefined) return inlineCode("{}");
  return `[${escapeMarkdown(node.title ?? "object")}](#${anchorOfReference(property.$ref)})`;
}

function rangeOf({ minimum, maximum }: SchemaNode): string {
  if (minimum === undefined && maximum === undefined) return "";
  if (maximum === undefined) return `, ${minimum} or more`;
  return minimum === undefined ? `, at most ${maximum}` : `, ${minimum} to ${maximum}`;
}

function anchorOfReference(reference: string): string {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(".", "-");
}
