import { type Finding, findingAboutFile } from "../../reports/findings/finding.ts";
import { writtenStacks } from "../plan-output.ts";

/**
 * Errors for the stacks in the output folder when the last blueprint is gone: an empty folder may be a wrong one, so
 * nothing is removed, and what the stacks made is not forgotten.
 */
export function goneStacks(findings: readonly Finding[], output: string): readonly Finding[] {
  if (!isWithoutBlueprints(findings)) return [];
  return writtenStacks(output).map((name) => {
    const folder = `${output}/stacks/${name}`;
    const message = `the stack "${name}" is gone, and nothing destroys what it made`;
    const hint = `if it is to go, run \`terraform destroy\` in ${folder} first, and then delete the folder`;
    return findingAboutFile(`${folder}/cdk.tf.json`, "change/stack-gone", message, hint);
  });
}

/** Whether nothing is wrong but that there is no blueprint at all. */
export function isWithoutBlueprints(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ rule }) => rule === "file/no-blueprints");
}
