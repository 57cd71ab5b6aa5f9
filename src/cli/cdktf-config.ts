import { readFileSync } from "node:fs";
import { parseJson, valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { CONFIG, inProject } from "./project-folder.ts";

/** Where the `cdktf` command writes when its file does not say. */
const CDKTF_OUTPUT = "cdktf.out";

/**
 * What `context` of the project's cdktf.json says under a key; undefined where it says nothing. A file that
 * cannot be read is `loadHooks`'s to report.
 */
export function cdktfContext(key: string): unknown {
  return valueIn(readConfig(), "context", key);
}

/** The folder into which `cdktf synth` writes, from the working directory; `generated` where there is no cdktf.json that it would take. */
export function cdktfOutput(): string {
  const config = readConfig();
  const output = valueIn(config, "output");
  if (typeof output === "string" && output !== "") return inProject(output);
  return inProject(valueIn(config, "app") === undefined ? "generated" : CDKTF_OUTPUT);
}

/** An error when cdktf.json says something as `output` that no folder can be. */
export function findWrongOutput(): readonly Finding[] {
  const output = valueIn(readConfig(), "output");
  if (output === undefined || (typeof output === "string" && output !== "")) return [];
  const message = "output is no path of a folder";
  return [findingAbout(inProject(CONFIG), "output/unwritable", message, 'write "output": "generated"')];
}

/** Null: there is none, or it cannot be read. */
function readConfig(): unknown {
  try {
    return parseJson(readFileSync(inProject(CONFIG), "utf8"));
  } catch {
    return null;
  }
}
