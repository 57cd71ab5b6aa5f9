import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { builtInHooks } from "../aws/provider-gaps.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { cdktfContext } from "./cdktf-config.ts";

const KEY = "hextetAwsCli";
/** Its value where `terraform apply` runs on another machine than synth. */
const ELSEWHERE = "elsewhere";

/**
 * Errors for the stacks whose apply will need the AWS CLI, when there is none on the PATH of this machine; notes where
 * `context.hextetAwsCli` of cdktf.json says that they are applied elsewhere.
 */
export function findAwsCli(networks: readonly Network[], output: string): readonly Finding[] {
  const needing = networks.flatMap((network) => {
    const used = hooksInUse(network);
    return used.length === 0 ? [] : [{ name: network.name, used: used.join(", ") }];
  });
  if (needing.length === 0 || isOnPath()) return [];
  const isElsewhere = cdktfContext(KEY) === ELSEWHERE;
  return needing.map(({ name, used }): Finding => {
    const message = `applying this stack needs the AWS CLI (aws), which is not on the PATH here: ${used}`;
    const otherwise = `where terraform apply runs on another machine, write "context": { "${KEY}": "${ELSEWHERE}" } in cdktf.json`;
    const hint = isElsewhere ? "it has to be there where terraform apply runs" : `install it; ${otherwise}`;
    const file = `${output}/stacks/${name}/cdk.tf.json`;
    const finding = findingAboutFile(file, "hooks/aws-cli-missing", message, hint);
    return { ...finding, severity: isElsewhere ? "note" : "error" };
  });
}

/** Ids of Hextet's own hooks that an apply runs, sorted; hooks of the user's own need not use the AWS CLI. */
function hooksInUse({ hooks, removedParts }: Network): readonly string[] {
  const used = hooks.filter(({ state }) => state === "hook").map(({ id }) => id);
  const all = new Set([...used, ...removedParts.map(({ hook }) => hook)]);
  return builtInHooks.map(({ id }) => id).filter((id) => all.has(id));
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
