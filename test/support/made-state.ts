import { at, isObject } from "./json.ts";

/** The provider's schemas of resources, by type, as `terraform providers schema -json` tells them. */
export type ResourceSchemas = Readonly<Record<string, unknown>>;

/** The attributes of a resource as they may be once it is made: what the plan knows, and made-up values for the rest. */
export function madeAttributes(change: unknown, schema: unknown): Readonly<Record<string, unknown>> {
  return filledBlock(at(change, "after"), at(change, "after_unknown"), at(schema, "block"));
}

function filledBlock(after: unknown, unknown: unknown, block: unknown): Readonly<Record<string, unknown>> {
  const attributes = Object.entries(Object(at(block, "attributes"))).map(([name, attribute]) => [
    name,
    filled(at(after, name), at(unknown, name), at(attribute, "type"), name),
  ]);
  const blocks = Object.entries(Object(at(block, "block_types"))).map(([name, nested]) => {
    const [inner, open] = [at(after, name), at(unknown, name)];
    if (open === true) return [name, []];
    if (Array.isArray(inner)) {
      return [name, inner.map((one, index) => filledBlock(one, at(open, index), at(nested, "block")))];
    }
    return [name, isObject(inner) ? filledBlock(inner, open, at(nested, "block")) : inner];
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function filled(value: unknown, unknown: unknown, type: unknown, name: string): unknown {
  if (unknown === true) return made(type, name);
  if (Array.isArray(value)) return value.map((item, i) => filled(item, at(unknown, i), at(type, 1), name));
  if (!isObject(value) || !Array.isArray(type)) return value ?? null;
  const names = type[0] === "map" ? Object.keys(value) : Object.keys(Object(type[1]));
  return Object.fromEntries(
    names.map((key) => {
      const inner = type[0] === "map" ? type[1] : at(type, 1, key);
      return [key, filled(value[key], at(unknown, key), inner, key)];
    }),
  );
}

/** A value of a type in Terraform's JSON notation, such as `"string"` or `["list", "number"]`. */
function made(type: unknown, name: string): unknown {
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (type === "string") return madeText(name);
  const [kind, inner] = Array.isArray(type) ? type : [];
  if (kind === "map") return {};
  if (kind !== "object") return [];
  return Object.fromEntries(Object.entries(Object(inner)).map(([key, of]) => [key, made(of, key)]));
}

/** What is not a name or an id is empty: a text that is not its own value would be a change by itself. */
function madeText(name: string): string {
  if (/arn$/.test(name)) return `arn:aws:ec2:eu-west-1:123456789012:made/${name}`;
  return /id$|name|dns|address|endpoint/.test(name) ? `made-${name}` : "";
}
