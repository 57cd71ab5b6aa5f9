import { at, isObject, listAt } from "./json.ts";

type SchemaOf = (section: "resource" | "data", type: string) => unknown;

/** References in a synthesized stack that lead nowhere: no such resource, or no such attribute of it. */
export function referenceProblems(json: unknown, schemaOf: SchemaOf): readonly string[] {
  return textsOf(json, "").flatMap(([where, text]) =>
    templatesIn(text)
      .flatMap((template) => [...template.matchAll(/(data\.)?\b(aws_\w+)\.([\w-]+)(?:\.(\w+))?/g)])
      .flatMap((match) => problemOf(json, schemaOf, where, match)),
  );
}

function problemOf(
  json: unknown,
  schemaOf: SchemaOf,
  where: string,
  [text, data, type = "", id = "", attribute]: RegExpExecArray | RegExpMatchArray,
): readonly string[] {
  const section = data === undefined ? "resource" : "data";
  if (at(json, section, type, id) === undefined) return [`${where}: ${text} is not in the stack`];
  const schema = schemaOf(section, type);
  const known = ["attributes", "block_types"].some(
    (kind) => at(schema, kind, String(attribute)) !== undefined,
  );
  return attribute === undefined || known ? [] : [`${where}: ${text}: no such attribute`];
}

/** The interpolations of a text; an escaped `$${` opens none. */
function templatesIn(text: string): readonly string[] {
  return [...text.replaceAll("$${", "").matchAll(/\$\{([^}]*)\}/g)].map(([, template = ""]) => template);
}

/** Every text of a JSON value with where it stands; `depends_on` holds references without braces. */
function textsOf(value: unknown, where: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[where, value]];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, where));
  if (!isObject(value)) return [];
  const dependencies = listAt(value, "depends_on").map(
    (item) => [`${where}.depends_on`, `\${${item}}`] as const,
  );
  const inner = Object.entries(value).flatMap(([key, item]) =>
    textsOf(item, where === "" ? key : `${where}.${key}`),
  );
  return [...dependencies, ...inner];
}
