import { isRecord, listOf } from "../../base/untrusted-json.ts";
import type { WrittenBlock } from "./configuration.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** The arguments of a resource as Terraform's JSON has them, references and all. */
type Body = Readonly<Record<string, unknown>>;

/** What a configuration in Terraform's JSON says of resources and data sources, by address. */
export interface ConfigurationJson {
  readonly resources: ReadonlyMap<string, Body>;
  readonly data: ReadonlyMap<string, Body>;
  /** That of the provider; null: none, or several. */
  readonly region: string | null;
}

/**
 * Reads a configuration as if it were planned where nothing is there yet: what refers to something is known after apply. Of a
 * data source nothing is known. What stands there several times over (`count`, `for_each`) is a gap.
 */
export function documentOfConfiguration({ resources, data, region }: ConfigurationJson): TerraformDocument {
  const read = [...resources].map(([address, body]) => readResource(address, body));
  const asked = [...data.keys()].map((address) => resourceAt(address, "data", {}, true));
  return {
    kind: "plan",
    resources: [...read.map(({ resource }) => resource), ...asked],
    former: [],
    configuration: {
      resources: new Map(read.map(({ resource, written }) => [`${resource.type}.${resource.name}`, written])),
      calls: new Map(),
      outputs: new Map(),
      variables: [],
    },
    variables: null,
    providerRegion: region,
    gaps: [...resources].flatMap(([address, body]) =>
      isRepeated(body)
        ? [`${address} stands there as often as an expression says: only a plan shows it`]
        : [],
    ),
  };
}

/** What AWS chooses of something new, where nobody writes it. */
const CHOSEN = { id: true, ipv6_addresses: true, public_ip: true } as const;

const REPEATS = ["count", "for_each", "dynamic"];
/** What is about the resource in Terraform, and no argument of it. */
const META: ReadonlySet<string> = new Set([...REPEATS, "depends_on", "lifecycle", "provider", "provisioner"]);

function readResource(
  address: string,
  body: Body,
): { readonly resource: TerraformResource; readonly written: WrittenBlock } {
  const split = splitBody(Object.fromEntries(Object.entries(body).filter(([key]) => !META.has(key))));
  const unknown = isRecord(split.unknown) ? split.unknown : {};
  const values = isRecord(split.known) ? split.known : {};
  return {
    resource: resourceAt(address, "managed", values, isRepeated(body) || { ...CHOSEN, ...unknown }),
    written: { expressions: split.expression, each: undefined },
  };
}

function isRepeated(body: Body): boolean {
  return REPEATS.some((key) => key in body);
}

function resourceAt(
  address: string,
  mode: TerraformResource["mode"],
  values: TerraformResource["values"],
  unknown: unknown,
): TerraformResource {
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  return { address, mode, type, name, module: "", key: null, values, unknown };
}

/** A value as a plan has it in three places. */
interface Split {
  readonly known: unknown;
  readonly unknown: unknown;
  readonly expression: unknown;
}

function splitBody(body: Body): Split {
  const parts = Object.entries(body).map(([key, value]) => [key, splitValue(value)] as const);
  const each = (part: keyof Split) => Object.fromEntries(parts.map(([key, split]) => [key, split[part]]));
  return { known: each("known"), unknown: each("unknown"), expression: each("expression") };
}

function splitValue(value: unknown): Split {
  if (isRecord(value)) return splitBody(value);
  if (Array.isArray(value)) return splitList(listOf(value));
  if (typeof value !== "string" || !isTemplate(value)) {
    const known = typeof value === "string" ? value.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{") : value;
    return { known, unknown: false, expression: { constant_value: known } };
  }
  return { known: null, unknown: true, expression: { references: referencesOf(value) } };
}

/** A list of values is one argument with one expression; a list of blocks has one for each. */
function splitList(items: readonly unknown[]): Split {
  const parts = items.map(splitValue);
  const known = parts.map((part) => part.known);
  const unknown = parts.map((part) => part.unknown);
  if (items.some(isRecord)) return { known, unknown, expression: parts.map((part) => part.expression) };
  const references = items.flatMap((item) =>
    typeof item === "string" && isTemplate(item) ? referencesOf(item) : [],
  );
  return { known, unknown, expression: references.length > 0 ? { references } : { constant_value: known } };
}

function isTemplate(text: string): boolean {
  return /(?<!\$)\$\{|(?<!%)%\{/.test(text);
}

const REFERENCE = /(?:data\.)?[A-Za-z_][\w-]*(?:\[[^\]]*\])?\.[A-Za-z_][\w-]*(?:\[[^\]]*\]|\.[\w-]+)*/g;

/** The references of a template, without what stands in quotes. */
function referencesOf(template: string): readonly string[] {
  return [...template.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(REFERENCE)].map(
    ([reference]) => reference,
  );
}
