import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { isRecord, parseJson, valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { cdktfContext } from "./cdktf-config.ts";
import type { OutputFile } from "./plan-output.ts";

const KEY = "hextetAwsCli";
/** Its value where `terraform apply` runs on another machine than synth. */
const ELSEWHERE = "elsewhere";
/** Of a stack's steps, as many as a line has room for. */
const NAMED = 3;

/**
 * Errors for the stacks whose apply will need the AWS CLI, when there is none on the PATH of this machine; notes where
 * `context.hextetAwsCli` of cdktf.json says that they are applied elsewhere. `made` is what synth is about to write: it
 * says whether there is a step that runs it, which no choice of hooks does.
 */
export function findAwsCli(made: readonly OutputFile[], output: string): readonly Finding[] {
  const needing = made.flatMap(({ path, bytes }) => {
    const steps = /^stacks\/[^/]+\/cdk\.tf\.json$/.test(path) ? cliStepsIn(bytes.toString("utf8")) : [];
    return steps.length === 0 ? [] : [{ file: `${output}/${path}`, steps: listOf(steps) }];
  });
  if (needing.length === 0 || isOnPath()) return [];
  const isElsewhere = cdktfContext(KEY) === ELSEWHERE;
  return needing.map(({ file, steps }): Finding => {
    const message = `applying this stack needs the AWS CLI (aws), which is not on the PATH here: ${steps}`;
    const otherwise = `where terraform apply runs on another machine, write "context": { "${KEY}": "${ELSEWHERE}" } in cdktf.json`;
    const hint = isElsewhere ? "it has to be there where terraform apply runs" : `install it; ${otherwise}`;
    const finding = findingAbout(file, "hooks/aws-cli-missing", message, hint);
    return { ...finding, severity: isElsewhere ? "note" : "error" };
  });
}

/** The addresses of a stack's steps that run the AWS CLI, but for the one that looks for it. */
function cliStepsIn(stack: string): readonly string[] {
  const steps = valueIn(parseJson(stack), "resource", "terraform_data");
  return Object.entries(isRecord(steps) ? steps : {})
    .filter(([id, step]) => id !== "aws_cli" && valueIn(step, "input", "HEXTET_ASSUME_ROLE") !== undefined)
    .map(([id]) => `terraform_data.${id}`);
}

function listOf(steps: readonly string[]): string {
  const more = steps.length - NAMED;
  return `${steps.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function isOnPath(): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.some((folder) =>
    ["aws", "aws.exe", "aws.cmd"].some((name) => isRunnable(join(folder, name))),
  );
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
