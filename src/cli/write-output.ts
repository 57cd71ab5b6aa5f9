import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, findingAboutFile } from "../reports/findings/finding.ts";
import { HookFailure } from "../stack/hooks/hook-failure.ts";
import { isFileError, reasonOf } from "./file-errors.ts";
import { findLostParts, type Wanted } from "./find-lost-parts.ts";
import { type OutputFile, type OutputPlan, planOutput, readTree } from "./plan-output.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/** Writes a whole output, manifest and stacks, into a folder that does not exist yet but whose parent does. */
export type Synth = (folder: string) => void;

/** What writing did, or why it did nothing. */
export interface Written {
  /** Paths from the output folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Not empty: nothing was changed, or the last of the changes failed. */
  readonly findings: readonly Finding[];
}

/** Terraform's own files, which it makes again by `terraform init`. */
const REMAKABLE = new Set([".terraform", ".terraform.lock.hcl"]);
const MANIFEST = "manifest.json";

/**
 * Makes the output folder say what `synth` makes: changed files are replaced as a whole, equal ones are not touched,
 * the Terraform files of gone stacks are removed, and with them their folders unless something else is in them. No
 * Terraform state is ever removed. `keepFolders` leaves the folders of gone stacks to the `cdktf` command, which fails
 * when they vanish under it.
 */
export function writeOutput(output: string, synth: Synth, wanted: Wanted, keepFolders = false): Written {
  const refuse = (findings: readonly Finding[]): Written => ({ written: [], removed: [], findings });
  const work = (): Written => {
    const plan = planOutput(makeOutput(synth), output);
    const refused = [...plan.findings, ...findLostParts(plan, output, wanted)];
    if (refused.length > 0) return refuse(refused);
    const files = [...plan.missing, ...plan.stale];
    replaceFiles(output, files);
    for (const path of plan.extra) removeStack(join(output, path), keepFolders);
    return { written: files.map(({ path }) => path), removed: plan.extra, findings: [] };
  };
  return orRefusal(output, work, refuse);
}

/** What `writeOutput` would change, without changing it. */
export function compareOutput(output: string, synth: Synth, wanted: Wanted): OutputPlan {
  const refuse = (findings: readonly Finding[]): OutputPlan => ({
    missing: [],
    stale: [],
    extra: [],
    findings,
  });
  const work = (): OutputPlan => {
    const plan = planOutput(makeOutput(synth), output);
    return { ...plan, findings: [...plan.findings, ...findLostParts(plan, output, wanted)] };
  };
  return orRefusal(output, work, refuse);
}

function makeOutput(synth: Synth): readonly OutputFile[] {
  return inTemporaryFolder((folder) => {
    const made = join(folder, "generated");
    synth(made);
    return readTree(made);
  });
}

/** All content is on the disk before the first file is replaced: a full disk or a missing right leaves all as it was. */
function replaceFiles(output: string, files: readonly OutputFile[]): void {
  const made: string[] = [];
  const renames: (readonly [from: string, to: string])[] = [];
  // The manifest names the stacks: it comes last.
  const manifestLast = [...files].sort((a, b) => Number(a.path === MANIFEST) - Number(b.path === MANIFEST));
  try {
    for (const { path, bytes } of manifestLast) {
      const target = join(output, path);
      const firstMade = mkdirSync(dirname(target), { recursive: true });
      if (firstMade !== undefined) made.push(firstMade);
      const temporary = join(dirname(target), `.hextet-${randomBytes(6).toString("hex")}.tmp`);
      renames.push([temporary, target]);
      writeFileSync(temporary, bytes, { flag: "wx" });
    }
    for (const [from, to] of renames) renameSync(from, to);
  } catch (error) {
    for (const [temporary] of renames) rmSync(temporary, { force: true });
    for (const folder of made.reverse()) removeEmptyFolders(folder);
    throw error;
  }
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function removeStack(file: string, keepFolder: boolean): void {
  unlinkSync(file);
  const folder = dirname(file);
  const isOurs = readdirSync(folder).every((name) => REMAKABLE.has(name));
  if (isOurs && !keepFolder) rmSync(folder, { recursive: true });
}

/** The work's result, or what to answer with instead when the file system refuses. Other errors are bugs. */
function orRefusal<T>(output: string, work: () => T, refuse: (findings: readonly Finding[]) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HookFailure) {
      const file = `${output}/stacks/${error.stackName}/cdk.tf.json`;
      return refuse([findingAboutFile(file, "hooks/failed", error.message)]);
    }
    if (!isFileError(error)) throw error;
    // The names of temporary files mean nothing to the user.
    const place = (error.path ?? output).replace(/[\\/]\.hextet-[0-9a-f]+\.tmp$/, "");
    return refuse([findingAboutFile(place, "output/unwritable", reasonOf(error))]);
  }
}
