import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { keptThings } from "../../src/aws/kept-things.ts";
import { isObject, parseJson } from "./json.ts";

/** The file cdktf writes for each stack. */
export const STACK_FILE = "cdk.tf.json";

/** A stack in a project of its own below the system's folder for temporary files. */
export interface StackCopy {
  readonly name: string;
  /** The project; relative state paths of a stack land in here. */
  readonly project: string;
  /** The stack's folder, `<project>/generated/stacks/<name>`. */
  readonly folder: string;
  /** Deletes the project. */
  remove(): void;
}

/** Makes an empty project for one stack; given a project, the folder of one more stack in it. */
export function emptyProject(
  name: string,
  project = mkdtempSync(path.join(tmpdir(), `hextet-${name}-`)),
): StackCopy {
  const folder = path.join(project, "generated", "stacks", name);
  mkdirSync(folder, { recursive: true });
  return { name, project, folder, remove: () => rmSync(project, { recursive: true, force: true }) };
}

/** Copies a stack folder (`cdk.tf.json` and its assets, neither state nor `.terraform`) into a project of its own, or into the given one. */
export function copyStack(stack: string, project?: string): StackCopy {
  const copy = emptyProject(path.basename(stack), project);
  const ofTerraform = (file: string) => /^\.terraform|\.tfstate/.test(path.basename(file));
  cpSync(stack, copy.folder, { recursive: true, filter: (file) => !ofTerraform(file) });
  if (!existsSync(path.join(copy.folder, STACK_FILE))) throw new Error(`no ${STACK_FILE} in ${stack}`);
  return copy;
}

/** The Terraform JSON of a stack folder. */
export function readStack(folder: string): Record<string, unknown> {
  const file = path.join(folder, STACK_FILE);
  const json = parseJson(readFileSync(file, "utf8"), file);
  if (!isObject(json)) throw new Error(`${file} is no JSON object`);
  return json;
}

/** Writes a value as JSON file of a folder. */
export function writeJson(folder: string, file: string, value: unknown): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
}

/** The `provider` blocks for AWS in a stack's JSON, one for each alias. */
export function awsProviders(json: Record<string, unknown>): readonly Record<string, unknown>[] {
  const providers = isObject(json["provider"]) ? json["provider"]["aws"] : undefined;
  const blocks = Array.isArray(providers) ? providers : [providers];
  return blocks.filter(isObject);
}

/** The content of an override file that adds arguments to every AWS provider block of a stack. */
export function providerOverride(json: Record<string, unknown>, added: Record<string, unknown>): unknown {
  const blocks = awsProviders(json).map((block) => {
    const alias = typeof block["alias"] === "string" ? { alias: block["alias"] } : {};
    // A custom endpoint and the dual-stack (or FIPS) endpoints exclude each other.
    const asked = ["use_dualstack_endpoint", "use_fips_endpoint"].filter((name) => block[name] === true);
    return { ...alias, ...Object.fromEntries(asked.map((name) => [name, false])), ...added };
  });
  return { provider: { aws: blocks } };
}

/** A stack's JSON without its backend, so that it can be planned without `terraform init`. */
export function withoutBackend(json: Record<string, unknown>): Record<string, unknown> {
  const settings = json["terraform"];
  if (!isObject(settings)) return json;
  const { backend: _backend, cloud: _cloud, ...kept } = settings;
  return { ...json, terraform: kept };
}

/** A stack's JSON with some image for each that is looked up: no AWS is there to ask. */
export function withKnownImages(json: Record<string, unknown>): Record<string, unknown> {
  const { data, ...rest } = json;
  if (!isObject(data)) return json;
  const { aws_ssm_parameter: _images, ...others } = data;
  const text = JSON.stringify(Object.keys(others).length === 0 ? rest : { ...rest, data: others });
  const known = text.replace(
    /\$\{data\.aws_ssm_parameter\.[\w-]+\.insecure_value\}/g,
    "ami-0123456789abcdef0",
  );
  return parseJson(known, STACK_FILE) as Record<string, unknown>;
}

/** A stack's JSON as if nothing of it had been there before: no import blocks, and nothing that must not be destroyed. */
export function fromScratch(json: Record<string, unknown>): Record<string, unknown> {
  const { import: _blocks, resource, ...rest } = json;
  return resource === undefined ? rest : { ...rest, resource: withoutGuards(resource, 2) };
}

/** A stack's JSON after the first of the two steps of destroying what is protected: nothing in it is any more. */
export function withoutProtection(json: Record<string, unknown>): Record<string, unknown> {
  return { ...json, resource: withoutGuards(json["resource"], 2) };
}

/** AWS's own protection from deletion, by its arguments. */
const PROTECTIONS = Object.values(keptThings).flatMap(({ guard }) => guard ?? []);

/** Walks down to the resources, by type and name. */
function withoutGuards(value: unknown, depth: number): unknown {
  if (!isObject(value)) return value;
  if (depth > 0) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withoutGuards(item, depth - 1)]),
    );
  }
  const { lifecycle, ...written } = value;
  const off = PROTECTIONS.filter((name) => written[name] === true).map((name) => [name, false]);
  const body = { ...written, ...Object.fromEntries(off) };
  if (!isObject(lifecycle)) return body;
  const { prevent_destroy: _guard, ...kept } = lifecycle;
  return { ...body, ...(Object.keys(kept).length === 0 ? {} : { lifecycle: kept }) };
}
