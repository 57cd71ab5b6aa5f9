import { isRecord, listOf, parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import { applyOverrides } from "./beside/apply-overrides.ts";
import type { FileBeside } from "./beside/terraform-blocks.ts";
import type { Body, StackOutput } from "./types.ts";

/** Reads a stack's `cdk.tf.json`, as the files beside it override it; null when the text is none. */
export function readStackOutput(
  name: string,
  text: string,
  beside: readonly FileBeside[] = [],
): StackOutput | null {
  const own = parseJson(text);
  if (!isRecord(own)) return null;
  const { json, overrides } = applyOverrides(own, beside);
  const moved = listOf(json["moved"]).flatMap((block): [string, string][] => {
    const [from, to] = [textOf(valueIn(block, "from")), textOf(valueIn(block, "to"))];
    return from === null || to === null ? [] : [[to, from]];
  });
  return {
    name,
    resources: bodiesIn(json["resource"], ""),
    data: bodiesIn(json["data"], "data."),
    moved: new Map(moved),
    imported: new Set(textsIn(json["import"], "to")),
    forgotten: new Set(textsIn(json["removed"], "from")),
    terraform: terraformIn(json),
    outputs: outputsIn(json["output"]),
    settings: settingsIn(json),
    region: regionIn(json),
    overrides,
  };
}

/** A stack without resources. */
export function emptyStack(name: string): StackOutput {
  const none = new Map<string, never>();
  return {
    name,
    resources: none,
    data: none,
    moved: none,
    imported: new Set(),
    forgotten: new Set(),
    terraform: none,
    outputs: none,
    settings: settingsIn({}),
    region: null,
    overrides: [],
  };
}

/** Versions, backend and providers, by what a reader calls them. A provider's second block has its alias behind it. */
function terraformIn(json: Readonly<Record<string, unknown>>): ReadonlyMap<string, Body> {
  const told = bodyOf(json["terraform"]);
  const named = ["required_providers", "backend"].flatMap((key) =>
    Object.entries(bodyOf(told[key])).map(
      ([name, body]) => [`terraform.${key}.${name}`, bodyOf(body)] as const,
    ),
  );
  const providers = Object.entries(bodyOf(json["provider"])).flatMap(([name, blocks]) =>
    [blocks, ...listOf(blocks)].filter(isRecord).map((block) => {
      const alias = textOf(block["alias"]);
      return [`provider.${name}${alias === null ? "" : `.${alias}`}`, block] as const;
    }),
  );
  const own = new Map<string, Body>([
    ["terraform", { required_version: told["required_version"] }],
    ["terraform.cloud", bodyOf(told["cloud"])],
  ]);
  return new Map([...own, ...named, ...providers]);
}

function bodyOf(value: unknown): Body {
  return isRecord(value) ? value : {};
}

function outputsIn(section: unknown): ReadonlyMap<string, string> {
  const outputs = Object.entries(isRecord(section) ? section : {});
  return new Map(outputs.map(([name, output]) => [name, JSON.stringify(valueIn(output, "value") ?? null)]));
}

function providersIn(json: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const providers = valueIn(json, "provider", "aws");
  return [providers, ...listOf(providers)].filter(isRecord);
}

function regionIn(json: Readonly<Record<string, unknown>>): string | null {
  const regions = new Set(providersIn(json).map((block) => textOf(block["region"])));
  const [only = null] = regions.size === 1 ? regions : [];
  return only;
}

function settingsIn(json: Readonly<Record<string, unknown>>): StackOutput["settings"] {
  const blocks = providersIn(json);
  const textOfAll = (...names: readonly string[]) =>
    JSON.stringify(blocks.map((block) => names.map((name) => block[name] ?? null)));
  return {
    elsewhere: textOfAll("alias", "region", "assume_role", "allowed_account_ids"),
    state: JSON.stringify([valueIn(json, "terraform", "backend"), valueIn(json, "terraform", "cloud")]),
    tags: textOfAll("default_tags"),
  };
}

function bodiesIn(section: unknown, prefix: string): ReadonlyMap<string, Body> {
  const bodies = Object.entries(isRecord(section) ? section : {}).flatMap(([type, ones]) =>
    Object.entries(isRecord(ones) ? ones : {}).map(([id, body]): [string, Body] => [
      `${prefix}${type}.${id}`,
      bodyOf(body),
    ]),
  );
  return new Map(bodies);
}

/** Import blocks name `${aws_vpc.main}`, removed and moved blocks `aws_vpc.main`. */
function textsIn(blocks: unknown, key: string): readonly string[] {
  return listOf(blocks).flatMap((block) => {
    const text = textOf(valueIn(block, key));
    return text === null ? [] : [text.replace(/^\$\{(.*)\}$/, "$1")];
  });
}
