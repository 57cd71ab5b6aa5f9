import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "./cannot-model.ts";
import { type Expression, parseExpression } from "./expression.ts";

/** One resource or data source of a stack, and its arguments as they are written. */
export interface Resource {
  /** `aws_subnet.app_a`, or `data.aws_vpc.main`. */
  readonly address: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The Terraform JSON of a stack: what it makes and what it looks up, by address. */
export interface TerraformStack {
  readonly resources: readonly Resource[];
}

/** Reads the parsed `cdk.tf.json` of a stack. Throws CannotModel where it is not of that shape. */
export function readTerraformStack(json: unknown): TerraformStack {
  if (!isRecord(json)) throw new CannotModel("the stack", "it is no JSON object");
  return { resources: [...blocksIn(json["resource"], ""), ...blocksIn(json["data"], "data.")] };
}

function blocksIn(types: unknown, start: string): readonly Resource[] {
  if (types === undefined) return [];
  if (!isRecord(types)) throw new CannotModel("the stack", "its resources are no JSON object");
  return Object.entries(types).flatMap(([type, blocks]) => {
    if (!isRecord(blocks)) throw new CannotModel(`${start}${type}`, "its resources are no JSON object");
    return Object.entries(blocks).map(([id, body]) => {
      const address = `${start}${type}.${id}`;
      if (!isRecord(body)) throw new CannotModel(address, "it is no JSON object");
      return { address, type, body };
    });
  });
}

/** The resources of a type. */
export function ofType(stack: TerraformStack, type: string): readonly Resource[] {
  return stack.resources.filter((one) => one.type === type && !one.address.startsWith("data."));
}

/** A text argument, understood; null when it is left out. Throws CannotModel for an expression of another form. */
export function expressionAt(resource: Resource, value: unknown): Expression | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string")
    throw new CannotModel(resource.address, `${JSON.stringify(value)} is no text`);
  const expression = parseExpression(value);
  if (expression === null) throw new CannotModel(resource.address, `unknown expression ${value}`);
  return expression;
}

/** What an argument names: the address of a resource of the stack, or an id as it is written; null when left out. */
export function nameAt(resource: Resource, value: unknown): string | null {
  const expression = expressionAt(resource, value);
  if (expression === null) return null;
  if (expression.kind === "literal") return expression.text;
  if (expression.kind === "reference") return expression.address;
  throw new CannotModel(resource.address, `${JSON.stringify(value)} names no resource`);
}

/** What the items of a list argument name; none when it is left out. */
export function namesAt(resource: Resource, key: string): readonly string[] {
  const value = resource.body[key];
  if (value !== undefined && value !== null && !Array.isArray(value))
    throw new CannotModel(resource.address, `${key} is no list`);
  return listOf(value).map((item) => needed(resource, key, nameAt(resource, item)));
}

/** What an argument that must be there names. */
export function neededName(resource: Resource, key: string): string {
  return needed(resource, key, nameAt(resource, resource.body[key]));
}

/** A text that must be literal; null when it is left out. */
export function literalAt(resource: Resource, key: string): string | null {
  const expression = expressionAt(resource, resource.body[key]);
  if (expression === null || expression.kind === "literal") return expression?.text ?? null;
  throw new CannotModel(resource.address, `${key} is no literal: ${JSON.stringify(resource.body[key])}`);
}

/** A whole number, as number or as text; null when it is left out. */
export function numberAt(resource: Resource, value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isInteger(number)) return number;
  throw new CannotModel(resource.address, `${JSON.stringify(value)} is no whole number`);
}

/** True or false, as boolean or as text; null when it is left out. */
export function flagAt(resource: Resource, value: unknown): boolean | null {
  if (value === undefined || value === null || value === "") return null;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new CannotModel(resource.address, `${JSON.stringify(value)} is neither true nor false`);
}

/** The only block of that name, written as object or as list of one; null when it is left out. */
export function blockAt(resource: Resource, key: string): Readonly<Record<string, unknown>> | null {
  const value = resource.body[key];
  const blocks = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  const [block, ...more] = blocks;
  if (block === undefined) return null;
  if (more.length > 0 || !isRecord(block)) throw new CannotModel(resource.address, `${key} is not one block`);
  return block;
}

/** Throws CannotModel where an argument is used that the laboratory does not read. */
export function refuseArguments(resource: Resource, keys: readonly string[]): void {
  for (const key of keys) {
    const value = resource.body[key];
    if (value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0))
      throw new CannotModel(resource.address, `${key} cannot be modelled`);
  }
}

function needed(resource: Resource, key: string, name: string | null): string {
  if (name === null) throw new CannotModel(resource.address, `${key} is missing`);
  return name;
}
