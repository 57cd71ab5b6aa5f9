import { readFileSync } from "node:fs";
import { parseJson, valueIn } from "../base/untrusted-json.ts";

/** The file that configures the `cdktf` command, and Hextet under `context`. */
const CONFIG = "cdktf.json";

/**
 * What `context` of cdktf.json in the working directory says under a key; undefined where it says nothing. A file that
 * cannot be read is `loadHooks`'s to report.
 */
export function cdktfContext(key: string): unknown {
  try {
    return valueIn(parseJson(readFileSync(CONFIG, "utf8")), "context", key);
  } catch {
    return undefined;
  }
}
