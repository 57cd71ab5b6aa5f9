import { byText } from "../../base/compare-texts.ts";
import { isDeeplyNested, isRecord, textOf } from "../../base/untrusted-json.ts";
import { readPlan } from "./read-plan.ts";
import { readShownState } from "./read-shown-resources.ts";
import { readStateFile } from "./read-state-file.ts";
import type { DocumentMistake, TerraformDocument } from "./terraform-document.ts";

/** A plan or state, or why there is none. */
export type DocumentReading =
  | { readonly document: TerraformDocument; readonly mistake: null }
  | { readonly document: null; readonly mistake: DocumentMistake };

const HOW =
  "write `terraform plan -out=plan.tfplan`, then `terraform show -json plan.tfplan > plan.json`; or `terraform show -json > state.json`";
/** The version of state files that Terraform has written since 0.12. */
const STATE_VERSION = 4;

/** Reads what `terraform show -json` writes of a plan or a state, or a state file itself, parsed. Never throws. */
export function readDocument(json: unknown): DocumentReading {
  if (!isRecord(json)) return refuse("this is no JSON object");
  if (isDeeplyNested(json)) return refuse("it is nested deeper than any plan or state");
  const read = isStateFile(json) ? readFile(json) : readShown(json);
  if (typeof read === "string") return refuse(read);
  const twice = repeated(read);
  if (twice !== null) return refuse(`it holds ${JSON.stringify(twice)} twice`);
  const resources = [...read.resources].sort(byText(({ address }) => address));
  return { document: { ...read, resources }, mistake: null };
}

function isStateFile(json: Readonly<Record<string, unknown>>): boolean {
  return textOf(json["format_version"]) === null && "lineage" in json;
}

function readFile(json: Readonly<Record<string, unknown>>): TerraformDocument | string {
  const { version } = json;
  if (version !== STATE_VERSION)
    return `it is a state file of version ${JSON.stringify(version)}, not ${STATE_VERSION}`;
  return readStateFile(json);
}

function readShown(json: Readonly<Record<string, unknown>>): TerraformDocument | string {
  const version = textOf(json["format_version"]);
  if (version === null) return "it has no format_version, as `terraform show -json` writes it";
  // States have had 0.1 to 1.0, with the same parts; plans 0.1 to 1.2.
  if (!/^[01]\.\d+$/.test(version)) return `its format_version is ${JSON.stringify(version)}, not 1.x`;
  if ("planned_values" in json || "resource_changes" in json) return readPlan(json);
  if ("values" in json) return readShownState(json);
  if (Object.keys(json).every((key) => EMPTY_STATE.has(key))) return readShownState({ values: {} });
  return "it is neither a plan nor a state: it has no planned_values and no values";
}

/** All that `terraform show -json` writes where there is no state. */
const EMPTY_STATE: ReadonlySet<string> = new Set(["format_version", "terraform_version"]);

function repeated({ resources }: TerraformDocument): string | null {
  const seen = new Set<string>();
  for (const { address } of resources) {
    if (seen.has(address)) return address;
    seen.add(address);
  }
  return null;
}

function refuse(message: string): DocumentReading {
  return { document: null, mistake: { message, hint: HOW } };
}
