import { readFileSync } from "node:fs";

/** The file that configures the `cdktf` command, and Hextet under `context`. */
const CONFIG = "cdktf.json";

/**
 * What `context` of cdktf.json in the working directory says under a key; undefined where it says nothing. A file that
 * cannot be read is `loadHooks`'s to report.
 */
export function cdktfContext(key: string): unknown {
  try {
    const config: unknown = JSON.parse(readFileSync(CONFIG, "utf8"));
    return at(at(config, "context"), key);
  } catch {
    return undefined;
  }
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
