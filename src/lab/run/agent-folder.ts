import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { invariant } from "../../base/invariant.ts";

const AGENT = "src/lab/run/agent";

/** Where the agent's Python files lie, of Hextet installed or checked out. */
export function agentFolder(): string {
  // The build lies in dist/, the sources deeper: the agent is in neither.
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, AGENT, "__main__.py"))) {
    invariant(dirname(folder) !== folder, "the laboratory's agent is not in this package");
    folder = dirname(folder);
  }
  return join(folder, AGENT);
}
