import { isRecord, listOf, textOf } from "../../base/untrusted-json.ts";
import { allOrMistake, keyOf, LONGEST_ADDRESS } from "./read-shown-resources.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** Reads a state file of version 4, as backends keep it; a text says what is wrong. */
export function readStateFile(json: Readonly<Record<string, unknown>>): TerraformDocument | string {
  const resources: TerraformResource[] = [];
  for (const resource of listOf(json["resources"])) {
    const read = readInstances(resource);
    if (typeof read === "string") return read;
    for (const instance of read) resources.push(instance);
  }
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

function readInstances(json: unknown): readonly TerraformResource[] | string {
  if (!isRecord(json)) return "a resource in it is no object";
  const [type, name] = [textOf(json["type"]), textOf(json["name"])];
  if (!type || !name) return "a resource in it has no type or name";
  const block = {
    type,
    name,
    module: textOf(json["module"]) ?? "",
    mode: json["mode"] === "data" ? ("data" as const) : ("managed" as const),
  };
  const current = listOf(json["instances"]).filter((one) => !isRecord(one) || !("deposed" in one));
  return allOrMistake(current.map((instance) => readInstance(block, instance)));
}

function readInstance(
  block: Pick<TerraformResource, "type" | "name" | "module" | "mode">,
  instance: unknown,
): TerraformResource | string {
  const steps = [block.module, block.mode === "data" ? "data" : "", block.type, block.name];
  const base = steps.filter((step) => step !== "").join(".");
  if (!isRecord(instance)) return `an instance of ${JSON.stringify(base)} is no object`;
  const { index_key: index, attributes: values = {} } = instance;
  if (!isRecord(values)) return `the attributes of ${JSON.stringify(base)} are no object`;
  const key = keyOf(index);
  const address = `${base}${key === null ? "" : `[${JSON.stringify(key)}]`}`;
  if (address.length > LONGEST_ADDRESS) return "an address in it is longer than any of Terraform's";
  return { ...block, address, key, values, unknown: false };
}
