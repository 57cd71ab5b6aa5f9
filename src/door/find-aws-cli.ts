import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { builtInHooks } from "../aws/provider-gaps.ts";
import type { Network } from "../model/types/network.ts";
import { type Finding, findingAboutFile } from "../views/finding.ts";

/** Warnings for the stacks whose apply will need the AWS CLI, when there is none on the PATH of this machine. */
export function findAwsCli(networks: readonly Network[], output: string): readonly Finding[] {
  const needing = networks.flatMap(({ name, hooks }) => {
    const used = hooks.filter(
      ({ id, state }) => state === "hook" && builtInHooks.some((own) => own.id === id),
    );
    return used.length === 0 ? [] : [{ name, used: used.map(({ id }) => id).join(", ") }];
  });
  if (needing.length === 0 || isOnPath()) return [];
  return needing.map(({ name, used }): Finding => {
    const message = `applying this stack needs the AWS CLI (aws), which is not on the PATH here: ${used}`;
    const hint = "install it where terraform apply runs";
    const file = `${output}/stacks/${name}/cdk.tf.json`;
    return { ...findingAboutFile(file, "hooks/aws-cli-missing", message, hint), severity: "warning" };
  });
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
