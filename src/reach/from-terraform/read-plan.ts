import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";
import { configurationOf } from "./configuration.ts";
import { keyOf, readShownResources } from "./read-shown-resources.ts";
import { referencesIn } from "./references-in.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** Reads what `terraform show -json` writes of a plan; a text says what is wrong. */
export function readPlan(json: Readonly<Record<string, unknown>>): TerraformDocument | string {
  if (json["errored"] === true) return "planning failed half-way: what the plan does not say is not known";
  if (!isRecord(json["planned_values"])) return "it is a plan without planned_values";
  const changes = listOf(json["resource_changes"]).filter(isRecord);
  const current = changes.filter(({ deposed }) => deposed === undefined);
  const unknown = new Map(
    current.map((change) => [textOf(change["address"]), valueIn(change, "change", "after_unknown")]),
  );
  const planned = readShownResources(json["planned_values"], (address) => unknown.get(address) ?? false);
  if (typeof planned === "string") return planned;
  const read = dataRead(json["prior_state"]);
  if (typeof read === "string") return read;
  const addresses = new Set(planned.map(({ address }) => address));
  return {
    kind: "plan",
    resources: [...planned, ...read.filter(({ address }) => !addresses.has(address))],
    former: current.flatMap(formerOf),
    configuration: configurationOf(valueIn(json, "configuration", "root_module")),
    variables: json["variables"],
    providerRegion: providerRegion(json),
    gaps: gapsOf(json),
  };
}

/** Data sources that planning has read stand in the state before it only. */
function dataRead(prior: unknown): readonly TerraformResource[] | string {
  if (!isRecord(prior) || !isRecord(prior["values"])) return [];
  const read = readShownResources(prior["values"], () => false);
  return typeof read === "string" ? read : read.filter(({ mode }) => mode === "data");
}

/** What a change takes away: the values before it. */
function formerOf(json: Readonly<Record<string, unknown>>): readonly TerraformResource[] {
  const [address, type, name] = ["address", "type", "name"].map((key) => textOf(json[key]));
  const before = valueIn(json, "change", "before");
  const actions = listOf(valueIn(json, "change", "actions"));
  const goes = actions.includes("delete") || actions.includes("update") || actions.includes("forget");
  if (!goes || !address || !type || !name || !isRecord(before) || json["mode"] === "data") return [];
  const module = textOf(json["module_address"]) ?? "";
  const key = keyOf(json["index"]);
  return [{ address, mode: "managed", type, name, module, key, values: before, unknown: false }];
}

function gapsOf(json: Readonly<Record<string, unknown>>): readonly string[] {
  const deferred = listOf(json["deferred_changes"]).length > 0;
  if (!deferred && json["complete"] !== false) return [];
  return ["the plan is of a part only: after it is applied there is more to plan"];
}

/** The region of the default provider, where it is written or a variable. */
function providerRegion(json: Readonly<Record<string, unknown>>): string | null {
  const region = valueIn(json, "configuration", "provider_config", "aws", "expressions", "region");
  const constant = textOf(valueIn(region, "constant_value"));
  const [head = ""] = referencesIn(region).heads;
  const [, variable = ""] = /^var\.([\w-]+)$/.exec(head) ?? [];
  return constant ?? textOf(valueIn(json, "variables", variable, "value"));
}
