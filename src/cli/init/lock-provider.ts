import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isFileError } from "../file-errors.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** What runs in CI, and what many people work on. */
const PLATFORMS = ["linux_amd64", "darwin_arm64"];
/** Milliseconds: the provider is 100 MB and more for each platform. */
const TIMEOUT = 240_000;

/** The lock file, or why Terraform did not make one. */
export type LockedProvider = { readonly text: string } | { readonly reason: string };

/** `terraform providers lock` for a stack of this folder, as people type it. */
export function lockCommand(stackFolder: string): string {
  return `terraform -chdir=${stackFolder} providers lock ${platformFlags().join(" ")}`;
}

/**
 * Has Terraform lock the AWS provider for a version constraint, in a folder of its own: the lock file of a stack depends
 * on nothing else. Terraform downloads the provider for each platform.
 */
export function lockProvider(version: string): LockedProvider {
  return inTemporaryFolder((folder) => {
    const required = { aws: { source: "hashicorp/aws", version } };
    writeFileSync(
      join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: required } }),
    );
    const ran = spawnSync("terraform", ["providers", "lock", ...platformFlags()], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" },
      timeout: TIMEOUT,
    });
    if (ran.error !== undefined)
      return { reason: isFileError(ran.error) ? reasonFor(ran.error.code) : ran.error.message };
    if (ran.status !== 0) return { reason: "terraform providers lock failed" };
    return { text: readFileSync(join(folder, ".terraform.lock.hcl"), "utf8") };
  });
}

function platformFlags(): readonly string[] {
  return PLATFORMS.map((platform) => `-platform=${platform}`);
}

function reasonFor(code: string): string {
  if (code === "ENOENT") return "terraform is not on the PATH";
  return code === "ETIMEDOUT"
    ? "terraform providers lock took too long"
    : `terraform cannot be run (${code})`;
}
