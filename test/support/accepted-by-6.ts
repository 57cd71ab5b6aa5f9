import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { at, isObject, listAt, parseJson } from "./json.ts";
import { META_ARGUMENTS } from "./provider-schema.ts";

/** Arguments of AWS provider 6.25.0, read from `@cdktf/provider-aws` 21.22.1 by `bindings-6.ts`. */
const BINDINGS = parseJson(
  gunzipSync(readFileSync(new URL("./bindings-6.json.gz", import.meta.url))).toString(),
  "the bindings of provider 6",
);

/** The provider version of the bindings. */
export const bindingsVersion = String(at(BINDINGS, "provider"));

/** Whether the bindings of AWS provider 6 have the argument of the resource. */
export function isArgumentIn6(resource: string, argument: string): boolean {
  const known = at(BINDINGS, "resource", resource);
  if (!isObject(known)) throw new Error(`no ${resource} in the bindings of provider 6`);
  return argument in known;
}

/**
 * What the bindings of AWS provider 6 have no place for in a synthesized stack, one line each: unknown types, unknown
 * arguments at any depth, also in `ignore_changes`, and missing ones.
 */
export function refusedBy6(json: unknown): readonly string[] {
  return (["resource", "data"] as const).flatMap((section) =>
    Object.entries(at(json, section) ?? {})
      .filter(([type]) => type !== "terraform_data")
      .flatMap(([type, blocks]) =>
        Object.entries(blocks as object).flatMap(([id, body]) => {
          const known = at(BINDINGS, section, type);
          return isObject(known) ? problems(`${type}.${id}`, body, known) : [`${type}: unknown type`];
        }),
      ),
  );
}

function problems(address: string, body: unknown, known: Record<string, unknown>): readonly string[] {
  if (!isObject(body)) return [];
  const ignored = listAt(body, "lifecycle", "ignore_changes").map(
    (name) => /^\w+/.exec(String(name))?.[0] ?? "",
  );
  const unknown = [...Object.keys(body), ...ignored].filter(
    (name) => known[name] === undefined && !META_ARGUMENTS.includes(name) && name !== "for_each",
  );
  const missing = Object.keys(known).filter(
    (name) => at(known, name, "required") === true && !(name in body),
  );
  return [
    ...unknown.map((name) => `${address}.${name}: unknown argument`),
    ...missing.map((name) => `${address}.${name}: is required`),
    ...Object.entries(body).flatMap(([name, value]) => {
      const block = at(known, name, "block");
      const values = Array.isArray(value) ? value : [value];
      return isObject(block) ? values.flatMap((one) => problems(`${address}.${name}`, one, block)) : [];
    }),
  ];
}
