import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** Characters: keys of `for_each` are part of it. */
export const LONGEST_ADDRESS = 8_192;

/** Which part of a resource is known after apply only, by its address. */
export type UnknownOf = (address: string) => unknown;

/** Reads the `values` of a state as `terraform show -json` writes them; a text says what is wrong. */
export function readShownState(json: Readonly<Record<string, unknown>>): TerraformDocument | string {
  const resources = readShownResources(json["values"], () => false);
  if (typeof resources === "string") return resources;
  return {
    kind: "state",
    resources,
    former: [],
    configuration: null,
    variables: null,
    providerRegion: null,
    gaps: [],
  };
}

/** The resources of all modules under `planned_values`, or the `values` of a state; a text says what is wrong. */
export function readShownResources(
  values: unknown,
  unknownOf: UnknownOf,
): readonly TerraformResource[] | string {
  if (!isRecord(values)) return "its values are no object";
  const found: TerraformResource[] = [];
  const open: unknown[] = [values["root_module"] ?? {}];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    const read = readModule(module, unknownOf);
    if (typeof read === "string") return read;
    for (const resource of read) found.push(resource);
    for (const child of listOf(valueIn(module, "child_modules"))) open.push(child);
  }
  return found;
}

function readModule(module: unknown, unknownOf: UnknownOf): readonly TerraformResource[] | string {
  if (!isRecord(module)) return "a module in it is no object";
  const path = textOf(module["address"]) ?? "";
  // What an interrupted replacement left over is no longer what the address stands for.
  const current = listOf(module["resources"]).filter((resource) => !isLeftOver(resource));
  return allOrMistake(current.map((resource) => readResource(resource, path, unknownOf)));
}

/** What was read of each, or the first sentence that says what is wrong. */
export function allOrMistake<T extends object>(read: readonly (T | string)[]): readonly T[] | string {
  const mistake = read.find((one) => typeof one === "string");
  return mistake ?? read.filter((one) => typeof one !== "string");
}

/** One resource with its `values`, or the sentence that says what is wrong with it. */
function readResource(json: unknown, module: string, unknownOf: UnknownOf): TerraformResource | string {
  if (!isRecord(json)) return "a resource in it is no object";
  const [address, type, name] = ["address", "type", "name"].map((key) => textOf(json[key]));
  if (!address || !type || !name) return "a resource in it has no address, type or name";
  if (address.length > LONGEST_ADDRESS) return "an address in it is longer than any of Terraform's";
  const { values = {} } = json;
  if (!isRecord(values)) return `the values of ${JSON.stringify(address)} are no object`;
  const key = keyOf(json["index"]);
  const mode = json["mode"] === "data" ? "data" : "managed";
  return { address, mode, type, name, module, key, values, unknown: unknownOf(address) };
}

/** A key of `count` or `for_each`. */
export function keyOf(index: unknown): string | number | null {
  return typeof index === "string" || typeof index === "number" ? index : null;
}

function isLeftOver(resource: unknown): boolean {
  return isRecord(resource) && "deposed_key" in resource;
}
