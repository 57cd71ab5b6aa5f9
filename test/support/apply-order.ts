import { at, parseJson } from "./json.ts";
import type { Workspace } from "./terraform.ts";

/** The steps of an apply as Terraform told them: `create started aws_vpc.main`, `delete done aws_vpc.main`. */
export type Steps = readonly string[];

const EVENTS: Readonly<Record<string, string>> = { apply_start: "started", apply_complete: "done" };

/**
 * Applies what the workspace holds; returns what was begun and done, in that order. The state is taken as it is: only
 * applies of this workspace have made it, and reading it all again takes seconds.
 */
export async function applyInOrder(workspace: Workspace): Promise<Steps> {
  const { stdout } = await workspace.terraform(["apply", "-json", "-auto-approve", "-refresh=false"]);
  return stdout.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    const message = parseJson(line, "a line of terraform apply");
    const event = EVENTS[String(at(message, "type"))];
    if (event === undefined) return [];
    return [`${at(message, "hook", "action")} ${event} ${at(message, "hook", "resource", "addr")}`];
  });
}

/** The steps of these that happened, in the order in which they happened; throws when one did not happen. */
export function orderOf(steps: Steps, wanted: readonly string[]): readonly string[] {
  const missing = wanted.filter((step) => !steps.includes(step));
  if (missing.length > 0) throw new Error(`no ${missing.join(", no ")} among\n${steps.join("\n")}`);
  return [...wanted].sort((a, b) => steps.indexOf(a) - steps.indexOf(b));
}
