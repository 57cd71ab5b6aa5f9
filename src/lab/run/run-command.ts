import type { LabPlan, LabSource } from "../plan/lab-plan.ts";
import { agentFolder } from "./agent-folder.ts";
import { renderPlan } from "./render-plan.ts";
import { askAgent, LabFailure } from "./start-agent.ts";

/**
 * Stands a laboratory up, runs a command in it on one of its hosts, with this process's terminal, and takes it down. Gives
 * the command's exit code. Rejects with LabFailure where it cannot stand.
 */
export async function runCommand(
  plan: LabPlan,
  from: LabSource,
  command: readonly string[],
): Promise<number> {
  const order = {
    kind: "command",
    plan: renderPlan(plan),
    daemons: ["nat64", "resolver"],
    namespace: from.namespace,
    command,
    resolvConf: from.resolver === null ? "" : `nameserver ${from.resolver}\noptions timeout:2 attempts:1\n`,
  };
  const { exitCode } = await askAgent(agentFolder(), order, "inherit");
  if (typeof exitCode !== "number") throw new LabFailure("the command has no exit code");
  return exitCode;
}
