import { readFileSync } from "node:fs";
import { parseJson, valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";

/** The file that configures the `cdktf` command, and Hextet under `context`. */
const CONFIG = "cdktf.json";
/** Where the `cdktf` command writes when its file does not say. */
const CDKTF_OUTPUT = "cdktf.out";

/**
 * What `context` of cdktf.json in the working directory says under a key; undefined where it says nothing. A file that
 * cannot be read is `loadHooks`'s to report.
 */
export function cdktfContext(key: string): unknown {
  return valueIn(readConfig(), "context", key);
}

/** The folder into which `cdktf synth` writes here; `generated` where there is no cdktf.json that it would take. */
export function cdktfOutput(): string {
  const config = readConfig();
  const output = valueIn(config, "output");
  if (typeof output === "string" && output !== "") return output;
  return valueIn(config, "app") === undefined ? "generated" : CDKTF_OUTPUT;
}

/** An error when cdktf.json says something as `output` that no folder can be. */
export function findWrongOutput(): readonly Finding[] {
  const output = valueIn(readConfig(), "output");
  if (output === undefined || (typeof output === "string" && output !== "")) return [];
  const message = "output is no path of a folder";
  return [findingAboutFile(CONFIG, "output/unwritable", message, 'write "output": "generated"')];
}

/** Null: there is none, or it cannot be read. */
function readConfig(): unknown {
  try {
    return parseJson(readFileSync(CONFIG, "utf8"));
  } catch {
    return null;
  }
}
