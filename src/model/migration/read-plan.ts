import { isDeeplyNested, isRecord, listOf, parseJson, textOf, valueIn } from "../../base/untrusted-json.ts";
import type { PlannedAction, PlannedResource, TerraformPlan } from "../types/terraform-plan.ts";
import type { PlanFinding } from "./plan-finding.ts";

/** A plan, or why there is none. */
export type ReadPlan =
  | { readonly plan: TerraformPlan; readonly mistake: null }
  | { readonly plan: null; readonly mistake: PlanFinding };

const HOW = "write `terraform plan -out=stage.tfplan`, then `terraform show -json stage.tfplan > plan.json`";
const ZIP = "PK\u0003\u0004";

/** Reads what `terraform show -json` said of a plan file. Never throws, whatever the bytes are. */
export function readPlan(bytes: Uint8Array): ReadPlan {
  const text = planText(bytes);
  if (text.startsWith(ZIP)) return refuse("this is the plan file itself, which only Terraform can read");
  if (text.trim() === "") return refuse("there is nothing in it");
  if (text.startsWith('{"@level"')) return refuse("this is the log of `terraform plan -json`, not the plan");
  const json = parseJson(text);
  if (!isRecord(json)) return refuse("this is no JSON object");
  if (isDeeplyNested(json)) return refuse("it is nested deeper than any plan");
  return readObject(json);
}

/** The text of a plan: PowerShell's `>` writes UTF-16. */
export function planText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}

function readObject(json: Readonly<Record<string, unknown>>): ReadPlan {
  const version = textOf(json["format_version"]);
  if (version === null) return refuse("it has no format_version, as `terraform show -json` writes it");
  if (!/^1\./.test(version)) return refuse(`its format_version is ${JSON.stringify(version)}, not 1.x`);
  if (!Array.isArray(json["resource_changes"]) && "values" in json)
    return refuse("this is a state, not a plan: `terraform show -json` was not given the plan file");
  const deferred = listOf(json["deferred_changes"]).map((one) =>
    isRecord(one) ? one["resource_change"] : one,
  );
  const changes = [...listOf(json["resource_changes"]), ...deferred].map(readChange);
  const mistake = changes.find((change) => typeof change === "string");
  if (mistake !== undefined) return refuse(mistake);
  const plan = {
    resources: changes.filter((change) => typeof change === "object" && change !== null),
    configured: readConfigured(json["configuration"]),
    errored: json["errored"] === true,
    complete: json["complete"] !== false && deferred.length === 0,
  };
  return { plan, mistake: null };
}

/** One change; null when it is of no managed resource, and a text that says what is wrong with it. */
function readChange(json: unknown): PlannedResource | string | null {
  if (!isRecord(json)) return "a resource change in it is no object";
  const { address: written, mode, change } = json;
  const address = textOf(written);
  if (address === null) return "a resource change in it has no address";
  if (mode !== undefined && mode !== "managed") return null;
  if (!isRecord(change)) return `what it says of ${address} has no change`;
  const action = readAction(change["actions"]);
  if (!Array.isArray(change["actions"])) return `what it says of ${address} has no actions`;
  if (action === null)
    return `it does ${JSON.stringify(change["actions"])} to ${address}, which is not known here`;
  const previous = textOf(json["previous_address"]);
  return {
    address,
    action,
    importing: isRecord(change["importing"]),
    previousAddress: previous === address ? null : previous,
    deposed: textOf(json["deposed"]) !== null,
    reason: textOf(json["action_reason"]),
    forcedBy: readForcedBy(change["replace_paths"]),
    changed: readChanged(change),
    before: change["before"],
    after: change["after"],
    afterUnknown: change["after_unknown"],
  };
}

/** Null for what no version of Terraform known here does. */
function readAction(written: unknown): PlannedAction | null {
  switch (JSON.stringify(written)) {
    case '["no-op"]':
      return "no-op";
    case '["create"]':
      return "create";
    case '["read"]':
      return "read";
    case '["update"]':
      return "update";
    case '["delete"]':
      return "delete";
    case '["delete","create"]':
    case '["create","delete"]':
      return "replace";
    case '["forget"]':
      return "forget";
    case '["create","forget"]':
    case '["forget","create"]':
      return "replace-and-forget";
    default:
      return null;
  }
}

function readForcedBy(paths: unknown): readonly string[] {
  const names = listOf(paths).map((path) => textOf(listOf(path)[0]));
  return [...new Set(names.filter((name) => name !== null))].sort();
}

function readChanged({ before, after, after_unknown: unknown }: Readonly<Record<string, unknown>>) {
  if (!isRecord(before) || !isRecord(after)) return [];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isUnknown = (name: string) => isRecord(unknown) && holdsTrue(unknown[name]);
  return names
    .filter((name) => !isUnknown(name) && !isSame(valueIn(before, name), valueIn(after, name)))
    .sort();
}

function holdsTrue(value: unknown): boolean {
  if (value === true) return true;
  if (Array.isArray(value)) return value.some(holdsTrue);
  return isRecord(value) && Object.values(value).some(holdsTrue);
}

/** Terraform writes both sides with the same keys in the same order. */
function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}

function readConfigured(configuration: unknown): readonly string[] | null {
  const root = valueIn(configuration, "root_module");
  if (!isRecord(root)) return null;
  // Terraform leaves the list out where a configuration has no resource.
  const resources = listOf(root["resources"]);
  const managed = resources.filter(isRecord).filter((one) => one["mode"] === "managed");
  return managed.map((one) => textOf(one["address"])).filter((address) => address !== null);
}

function refuse(message: string): ReadPlan {
  const mistake = { rule: "migrate/not-a-plan", severity: "error", message, hint: HOW } as const;
  return { plan: null, mistake };
}
