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
/** Characters of a cause: one sentence of a person, not a page of a program. */
const MOST = 120;

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
    if (ran.status !== 0) return { reason: whyNot(ran.stderr) };
    return { text: readFileSync(join(folder, ".terraform.lock.hcl"), "utf8") };
  });
}

/** One sentence of what Terraform says; the command itself shows the rest. */
function whyNot(stderr: string): string {
  const cause = causeIn(stderr);
  const because = cause === "" ? "" : `: ${escapeUnsafe(cause)}`;
  return `terraform providers lock failed${because} (the command below shows all that Terraform says)`;
}

/**
 * Terraform says what it could not do, then of each provider or platform in a list why. The first cause of the list is
 * what helps; without a list it is what stands behind `Error:` and below it. Empty where it says nothing.
 */
function causeIn(stderr: string): string {
  const lines = stripVTControlCharacters(stderr)
    .split("\n")
    .map((line) => line.replace(/^[\s│╷╵|]+/, "").trim());
  const from = lines.findIndex((line) => line.startsWith("Error:"));
  const said = lines.slice(Math.max(from, 0));
  const item = said.findIndex((line) => line.startsWith("- "));
  if (item < 0) {
    const [heading = "", ...more] = said.filter((line) => line !== "");
    return clausesOf([heading.replace(/^Error: /, ""), more.join(" ")].filter(Boolean).join(": "));
  }
  return clausesOf(paragraphAt(said, item).replace(/^- (?:[\w.-]+(?:\/[\w.-]+)+: )?/, ""));
}

/** Up to the next empty line or entry of the list. */
function paragraphAt(lines: readonly string[], from: number): string {
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line === "" || line.startsWith("- "));
  return [lines[from] ?? "", ...(end < 0 ? rest : rest.slice(0, end))].join(" ").trim();
}

/** The first clauses, as far as they fit: what comes behind further colons is what one library told another. */
function clausesOf(text: string): string {
  const [first = "", ...others] = text.split(/(?<=[:.]) /);
  let shown = first;
  for (const clause of others) {
    if (shown.length + 1 + clause.length > MOST) break;
    shown = `${shown} ${clause}`;
  }
  const cut = shown.length > MOST ? `${shown.slice(0, MOST)}…` : shown;
  return cut.replace(/[:.]$/, "");
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
