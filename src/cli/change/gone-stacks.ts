import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { severityInSynth } from "../../reports/reference/change-rules.ts";
import { writtenStacks } from "../plan-output.ts";

const RULE = "change/stack-gone";

/**
 * A warning for each stack in the output folder when the last blueprint is gone, beside the error that says so: an empty
 * folder may be a wrong one, so nothing is removed, and what the stacks made is not forgotten.
 */
export function goneStacks(findings: readonly Finding[], output: string): readonly Finding[] {
  if (!isWithoutBlueprints(findings)) return [];
  return writtenStacks(output).map((name) => {
    const folder = `${output}/stacks/${name}`;
    const message = `the stack "${name}" is gone, and nothing destroys what it made`;
    const hint = `if it is to go, run \`terraform destroy\` in ${folder} first, and then delete the folder`;
    const finding = findingAbout(`${folder}/cdk.tf.json`, RULE, message, hint);
    return { ...finding, severity: severityInSynth(RULE) };
  });
}

/** Whether nothing is wrong but that there is no blueprint at all. */
export function isWithoutBlueprints(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ rule }) => rule === "file/no-blueprints");
}
