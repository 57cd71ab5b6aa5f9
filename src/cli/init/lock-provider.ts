import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { isFileError } from "../file-errors.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";

/** What runs in CI, and what many people work on. */
const PLATFORMS = ["linux_amd64", "darwin_arm64"];
/** Milliseconds: the provider is 100 MB and more for each platform. */
const TIMEOUT = 240_000;
/** Characters of what Terraform says. */
const MOST = 600;

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
    if (ran.status !== 0) return { reason: `terraform providers lock failed${saidBy(ran.stderr)}` };
    return { text: readFileSync(join(folder, ".terraform.lock.hcl"), "utf8") };
  });
}

/** What Terraform says is wrong, without its frame and colours, on one line; empty where it says nothing. */
function saidBy(stderr: string): string {
  const lines = stripVTControlCharacters(stderr)
    .split("\n")
    .map((line) => line.replace(/^[\s│╷╵|]+/, "").trim())
    .filter((line) => line !== "");
  const from = lines.findIndex((line) => line.startsWith("Error:"));
  const text = escapeUnsafe(lines.slice(Math.max(from, 0)).join(" "));
  if (text === "") return "";
  return `: ${text.length > MOST ? `${text.slice(0, MOST)}…` : text}`;
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
