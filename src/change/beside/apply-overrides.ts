import { compareTexts } from "../../base/compare-texts.ts";
import { isOverrideFile } from "../../base/is-override-file.ts";
import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";
import { differencesIn } from "../argument-differences.ts";
import type { Body, Override } from "../types.ts";
import { type FileBeside, isRead, type TerraformBlock, terraformBlocks } from "./terraform-blocks.ts";

type Json = Readonly<Record<string, unknown>>;

/** A stack's JSON as Terraform reads it together with the files beside it, and what those override. */
export interface Overridden {
  readonly json: Json;
  /** By file, in the order in which Terraform merges them. */
  readonly overrides: readonly Override[];
}

/**
 * Merges override files into what Hextet makes, as Terraform does: arguments and blocks of an override stand in the place of
 * those of the same name, `lifecycle` argument by argument. What overrides something else is left out.
 */
export function applyOverrides(json: Json, files: readonly FileBeside[]): Overridden {
  const sorted = files
    .filter(({ name }) => isOverrideFile(name))
    .sort((a, b) => compareTexts(a.name, b.name));
  let result = json;
  const overrides: Override[] = [];
  for (const file of sorted) {
    const blocks = terraformBlocks(file);
    for (const block of isRead(blocks) ? blocks : []) {
      const target = targetOf(result, block);
      if (target === null) continue;
      const merged = mergeBodies(target.body, block.body);
      overrides.push(...overridesIn(file.name, target.address, target.body, merged));
      result = putIn(result, target.path, merged);
    }
  }
  return { json: result, overrides };
}

/** A block that Hextet makes. */
interface Target {
  readonly address: string;
  readonly path: readonly string[];
  readonly body: Body;
}

/** The block of Hextet's that another one overrides; null: Hextet makes no such block. */
function targetOf(json: Json, { type, labels, body }: TerraformBlock): Target | null {
  const path = [type, ...labels];
  const found = valueIn(json, ...path);
  const named = type === "provider" ? ofAlias(found, body, path) : { body: found, path };
  if (!isRecord(named.body)) return null;
  const address = type === "resource" ? labels.join(".") : path.join(".");
  return { address, path: named.path, body: named.body };
}

/** A provider with several blocks has a list of them, told apart by alias. */
function ofAlias(found: unknown, body: Body, path: readonly string[]) {
  const alias = (one: unknown) => textOf(valueIn(one, "alias"));
  const index = listOf(found).findIndex((one) => alias(one) === alias(body));
  if (!Array.isArray(found)) return { body: alias(found) === alias(body) ? found : null, path };
  return { body: found[index], path: [...path, String(index)] };
}

function mergeBodies(base: Body, over: Body): Body {
  const named = Object.entries(over).filter(([name]) => name !== "//");
  const goes = new Set(named.flatMap(([name, value]) => replacedBy(name, value)));
  const kept = Object.entries(base).filter(([name]) => !goes.has(name));
  const set = named.flatMap(([name, value]) =>
    value === null ? [] : [[name, mergedArgument(name, base[name], value)] as const],
  );
  return Object.fromEntries([...kept, ...set]);
}

/** The arguments that are gone with a new one: a stack has one place for its state. */
function replacedBy(name: string, value: unknown): readonly string[] {
  if (value === null) return [name];
  if (name === "dynamic") return Object.keys(bodyIn(value));
  if (name === "backend") return ["cloud"];
  return name === "cloud" ? ["backend"] : [];
}

function mergedArgument(name: string, old: unknown, value: unknown): unknown {
  if (name === "lifecycle" || name === "required_providers") return { ...bodyIn(old), ...bodyIn(value) };
  if (name === "backend")
    return Object.fromEntries(Object.entries(bodyIn(value)).map(([kind, body]) => [kind, bodyIn(body)]));
  return isRecord(old) ? (onlyBody(value) ?? value) : value;
}

function bodyIn(value: unknown): Body {
  return isRecord(value) ? value : (onlyBody(value) ?? {});
}

/** HCL has a list for each type of block; Hextet writes one block as it is. */
function onlyBody(value: unknown): Body | null {
  const [first, ...more] = listOf(value);
  return more.length === 0 && isRecord(first) ? first : null;
}

function overridesIn(file: string, address: string, before: Body, after: Body): readonly Override[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .flatMap((name) => differencesIn(name, before[name], after[name]))
    .map((difference) => ({ file, address, ...difference }));
}

function putIn(value: unknown, [first, ...more]: readonly string[], body: Body): Json {
  if (first === undefined) return body;
  const old = isRecord(value) ? value : {};
  const inner =
    Array.isArray(old[first]) && more.length > 0
      ? listWith(old[first], more, body)
      : putIn(old[first], more, body);
  return { ...old, [first]: inner };
}

function listWith(list: readonly unknown[], [index]: readonly string[], body: Body): readonly unknown[] {
  return list.map((one, at) => (String(at) === index ? body : one));
}
