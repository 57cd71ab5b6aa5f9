import { join } from "node:path";
import { readStackOutput } from "../../change/read-stack-output.ts";
import { stateSteps } from "../../change/state-steps.ts";
import type { Network } from "../../model/types/network.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import type { OutputPlan } from "../plan-output.ts";
import { readStackText } from "../read-stack.ts";

/** Warnings for stacks that get another name: what to do with their state. To be asked before the old files go. */
export function renamedStacks(
  { missing, extra }: OutputPlan,
  output: string,
  networks: readonly Network[],
): readonly Finding[] {
  return networks.flatMap(({ name, renamedFrom }) => {
    const made = missing.find(({ path }) => path === `stacks/${name}/cdk.tf.json`);
    const old = `stacks/${renamedFrom}/cdk.tf.json`;
    if (renamedFrom === null || made === undefined || !extra.includes(old)) return [];
    const before = readStackOutput(renamedFrom, readStackText(join(output, old)) ?? "");
    const after = readStackOutput(name, made.bytes.toString("utf8"));
    if (before === null || after === null) return [];
    const message = `the stack "${renamedFrom}" is called "${name}" now, and its Terraform state stays where it is: without it everything is made a second time`;
    const hint = `before the next apply: ${stateSteps(before, after, output).join("; ")}`;
    return [
      {
        ...findingAbout(`${output}/stacks/${name}/cdk.tf.json`, "change/stack-renamed", message, hint),
        severity: "warning",
      },
    ];
  });
}
