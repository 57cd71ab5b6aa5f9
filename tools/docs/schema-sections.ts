import { resolve, type Schema } from "../../src/blueprint/schema.ts";
import { escapeMarkdown, inlineCode } from "../../src/reports/reference/markdown.ts";

/** An object of the blueprint that gets a table of its own. */
export interface ReachedSection {
  readonly title: string;
  readonly anchor: string;
  /** How many sections it lies in; 0 for the root. */
  readonly depth: number;
  /** Every place where it stands: `network.subnets.<name>`; empty text for the root. */
  readonly places: readonly string[];
  readonly node: Schema;
}

const ROOT_ANCHOR = "blueprint";
const ENVIRONMENT = "#/definitions/environment";

/** The objects of the schema in reading order: the root first, each before what lies in it, none twice. */
export function reachSections(schema: Schema): readonly ReachedSection[] {
  const sections = new Map<string, ReachedSection & { readonly places: string[] }>();
  const visit = (node: Schema, anchor: string, place: string, depth: number): void => {
    const known = sections.get(anchor);
    if (known !== undefined) {
      known.places.push(place);
      return;
    }
    sections.set(anchor, { title: node.title ?? anchor, anchor, depth, places: [place], node });
    // What may differ in it is told on a page of its own.
    if (anchor !== anchorOfReference(ENVIRONMENT)) descendAll(node, place, depth + 1);
  };
  const descendAll = (node: Schema, place: string, depth: number): void => {
    for (const [key, property] of Object.entries(node.properties ?? {}))
      descend(property, place === "" ? key : `${place}.${key}`, depth);
  };
  const descend = (property: Schema, place: string, depth: number): void => {
    const node = definitionOf(property);
    // Every place that takes a reference has the same three keys: what they say has sections, once.
    if (node["x-hextet-takes"] !== undefined) descendAll(node, place, depth);
    else if (node.properties !== undefined)
      visit(node, anchorOfReference(property.$ref ?? place), place, depth);

    if (typeof node.additionalProperties === "object")
      descend(node.additionalProperties, `${place}.<name>`, depth);
    if (node.items !== undefined) descend(node.items, `${place}[]`, depth);
  };
  visit(schema, ROOT_ANCHOR, "", 0);
  return [...sections.values()];
}

/** The type of a value in Markdown: `list of name`, `integer, 0 to 65535`, or a link to its section. */
export function typeOf(property: Schema): string {
  const node = resolve(property);
  if (node.const !== undefined) return inlineCode(JSON.stringify(node.const));
  if (node.enum !== undefined) return node.enum.map((value) => inlineCode(String(value))).join(" or ");
  if (node.items !== undefined) return `list of ${typeOf(node.items)}`;
  if (typeof node.additionalProperties === "object")
    return `map of name to ${typeOf(node.additionalProperties)}`;
  const types = (typeof node.type === "string" ? [node.type] : (node.type ?? [])).map((type) =>
    type === "object" ? typeOfObject(property, node) : type,
  );
  if (property.$ref === "#/definitions/name") return "name";
  return `${types.join(" or ")}${rangeOf(node)}`;
}

function typeOfObject(property: Schema, node: Schema): string {
  if (node["x-hextet-takes"] !== undefined) return "[reference](outputs-elsewhere.md)";
  if (node.properties === undefined || property.$ref === undefined) return inlineCode("{}");
  return `[${escapeMarkdown(definitionOf(property).title ?? "object")}](#${anchorOfReference(property.$ref)})`;
}

/** What a node refers to, with the words of the definition and not those of the place it is used at. */
function definitionOf(node: Schema): Schema {
  return node.$ref === undefined ? node : resolve({ $ref: node.$ref });
}

function rangeOf({ minimum, maximum }: Schema): string {
  if (minimum === undefined && maximum === undefined) return "";
  if (maximum === undefined) return `, ${minimum} or more`;
  return minimum === undefined ? `, at most ${maximum}` : `, ${minimum} to ${maximum}`;
}

function anchorOfReference(reference: string): string {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(".", "-");
}
