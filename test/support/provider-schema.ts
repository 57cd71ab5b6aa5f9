import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { providerArguments } from "../../src/aws/provider-arguments.generated.ts";
import { standingOf } from "../../src/model/hooks/argument-standing.ts";
import { at, isObject, listAt, parseJson } from "./json.ts";
import { referenceProblems } from "./references.ts";

/** The oldest provider version that Hextet's output is for unless a blueprint says otherwise; it runs in the Terraform layers. */
export const schemaVersion = "5.100.0";

/**
 * The schema of that version, reduced. Made by:
 * `terraform providers schema -json | jq -cS -f test/support/provider-schema.jq | gzip -9n > test/support/provider-schema.json.gz`
 */
const SCHEMA = parseJson(
  gunzipSync(readFileSync(new URL("./provider-schema.json.gz", import.meta.url))).toString(),
  "the provider's schema",
);

/** What Terraform itself understands in every resource. */
export const META_ARGUMENTS = ["depends_on", "lifecycle"];

/** The provider's schema of a resource or data source type; undefined when the reduced schema does not have it. */
export function blockSchema(section: "resource" | "data", type: string): unknown {
  return at(SCHEMA, section, type);
}

/**
 * What the AWS provider would refuse in a synthesized stack, one line each: unknown types, unknown, computed and
 * deprecated arguments (provider 6 has removed those), values of the wrong type, missing arguments and blocks, and
 * references to what is not there. A younger argument is known where the stack's own constraint allows only provider
 * versions that have it; its value is not looked at.
 */
export function schemaProblems(json: unknown): readonly string[] {
  return allProblems(json).filter((problem) => !isYoungerArgument(json, problem));
}

function isYoungerArgument(json: unknown, problem: string): boolean {
  const [, type, steps] = /^(\w+)\.[\w-]+\.([\w.]+): unknown argument$/.exec(problem) ?? [];
  const [, versions] =
    Object.entries(providerArguments).find(([argument]) => argument === `${type}.${steps}`) ?? [];
  const constraint = at(json, "terraform", "required_providers", "aws", "version");
  return versions !== undefined && standingOf(versions, String(constraint)) === "present";
}

function allProblems(json: unknown): readonly string[] {
  const resources = [...blocksOf(json, "resource"), ...blocksOf(json, "data")];
  const providers = listAt(json, "provider", "aws").flatMap((provider) =>
    bodyProblems("provider.aws", provider, at(SCHEMA, "provider")),
  );
  return [...providers, ...resources.flatMap(blockProblems), ...referenceProblems(json, blockSchema)];
}

interface Block {
  readonly address: string;
  readonly body: Record<string, unknown>;
  readonly schema: unknown;
}

function blocksOf(json: unknown, section: "resource" | "data"): readonly Block[] {
  const ofProvider = entries(at(json, section)).filter(([type]) => type !== "terraform_data");
  return ofProvider.flatMap(([type, blocks]) =>
    entries(blocks).map(([id, body]) => ({
      address: `${section === "data" ? "data." : ""}${type}.${id}`,
      body: isObject(body) ? body : {},
      schema: blockSchema(section, type),
    })),
  );
}

function blockProblems({ address, body, schema }: Block): readonly string[] {
  if (schema === undefined) return [`${address}: type is not in the reduced schema`];
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !META_ARGUMENTS.includes(key)));
  const ignored = listAt(body, "lifecycle", "ignore_changes").filter(
    (name) => at(schema, "attributes", String(name)) === undefined && !isInBlock(schema, String(name)),
  );
  return [
    ...bodyProblems(address, own, schema),
    ...ignored.map((name) => `${address}.lifecycle.ignore_changes: ${name} is unknown`),
  ];
}

/** True for a block, and for a path into the only block of a type, such as `scaling_config[0].desired_size`. */
function isInBlock(schema: unknown, path: string): boolean {
  if (at(schema, "block_types", path) !== undefined) return true;
  const [, block = "", attribute = ""] = /^(\w+)\[0\]\.(\w+)$/.exec(path) ?? [];
  return at(schema, "block_types", block, "block", "attributes", attribute) !== undefined;
}

function bodyProblems(where: string, body: unknown, schema: unknown): readonly string[] {
  if (!isObject(body)) return [`${where}: is no block`];
  const present = Object.entries(body).flatMap(([key, value]) =>
    argumentProblems(`${where}.${key}`, value, at(schema, "attributes", key), at(schema, "block_types", key)),
  );
  const required = entries(at(schema, "attributes")).filter(
    ([, attribute]) => at(attribute, "required") === true,
  );
  const demanded = entries(at(schema, "block_types")).filter(
    ([, block]) => Number(at(block, "min_items") ?? 0) > 0,
  );
  const missing = [...required, ...demanded].filter(([key]) => !(key in body));
  return [...present, ...missing.map(([key]) => `${where}.${key}: is required`)];
}

function argumentProblems(
  where: string,
  value: unknown,
  attribute: unknown,
  block: unknown,
): readonly string[] {
  if (block !== undefined) return nestedProblems(where, value, block);
  if (attribute === undefined) return [`${where}: unknown argument`];
  if (at(attribute, "deprecated") === true) return [`${where}: deprecated`];
  const settable = at(attribute, "required") === true || at(attribute, "optional") === true;
  if (!settable) return [`${where}: only computed`];
  const type = at(attribute, "type");
  return fits(value, type) ? [] : [`${where}: ${JSON.stringify(value)} is no ${JSON.stringify(type)}`];
}

function nestedProblems(where: string, value: unknown, block: unknown): readonly string[] {
  if (at(block, "block", "deprecated") === true) return [`${where}: deprecated`];
  const bodies = Array.isArray(value) ? value : [value];
  const most = Number(at(block, "max_items") ?? Number.POSITIVE_INFINITY);
  const tooMany = bodies.length > most ? [`${where}: more than ${most}`] : [];
  return [...tooMany, ...bodies.flatMap((body) => bodyProblems(where, body, at(block, "block")))];
}

/** Whether a JSON value has a type of Terraform's; a template may have any. */
function fits(value: unknown, type: unknown): boolean {
  if (typeof value === "string" && /^\$\{.*\}$/s.test(value)) return true;
  if (typeof type === "string") return typeof value === (type === "bool" ? "boolean" : type);
  const [kind, of] = Array.isArray(type) ? type : [];
  if (kind === "map") return isObject(value) && Object.values(value).every((item) => fits(item, of));
  return Array.isArray(value) && value.every((item) => fits(item, of));
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : [];
}
