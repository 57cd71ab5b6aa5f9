import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { at, isObject, listAt, parseJson } from "./json.ts";
import { META_ARGUMENTS } from "./provider-schema.ts";

/** Arguments of the newest AWS provider whose bindings were read, by `tools/provider-arguments.ts`. */
const BINDINGS = parseJson(
  gunzipSync(readFileSync(new URL("./newest-bindings.json.gz", import.meta.url))).toString(),
  "the newest bindings",
);

/** The provider version of the bindings. */
export const newestVersion = String(at(BINDINGS, "provider"));

/** Whether the newest bindings have the argument of the resource. */
export function isArgumentInNewest(resource: string, argument: string): boolean {
  const known = at(BINDINGS, "resource", resource);
  if (!isObject(known)) throw new Error(`no ${resource} in the newest bindings`);
  return argument in known;
}

/** The arguments of a resource type in the newest bindings; where absence is a change, nobody but the author gives a value. */
export function argumentsOfNewest(
  resource: string,
): readonly { readonly name: string; readonly isAbsenceAChange: boolean }[] {
  const known = at(BINDINGS, "resource", resource);
  if (!isObject(known)) throw new Error(`no ${resource} in the newest bindings`);
  return Object.entries(known).map(([name, argument]) => ({
    name,
    isAbsenceAChange: at(argument, "required") === false && at(argument, "computed") === false,
  }));
}

/**
 * What the newest bindings have no place for in a synthesized stack, one line each: unknown types, unknown
 * arguments at any depth, also in `ignore_changes`, and missing ones.
 */
export function refusedByNewest(json: unknown): readonly string[] {
  return (["resource", "data"] as const).flatMap((section) =>
    Object.entries(at(json, section) ?? {})
      // Terraform's own, which no provider's bindings have.
      .filter(([type]) => type !== "terraform_data" && type !== "terraform_remote_state")
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
