import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../reports/findings/finding.ts";
import { renderTerramate, TERRAMATE_HEAD } from "../../reports/stacks/render-terramate.ts";
import type { StackEntry } from "../../reports/stacks/stack-entry.ts";
import { entriesOf } from "../entries-of.ts";
import { isFileError } from "../file-errors.ts";
import { findUnwritable } from "../find-unwritable.ts";
import { makeFolders } from "../make-folders.ts";
import { expectOutputFolder } from "../output-in-the-way.ts";
import { writeReport } from "../write-report.ts";

/** A file that the list of stacks is written into; a null text: it is not to be there. */
export interface StackFile {
  readonly path: string;
  readonly text: string | null;
}

const TERRAMATE_FILE = "stack.tm.hcl";

/** Terramate's file of each stack, and those of stacks that are gone. Throws `OutputInTheWay`. */
export function terramateFiles(stacks: readonly StackEntry[], output: string): readonly StackFile[] {
  expectOutputFolder(output);
  const live = new Set(stacks.map(({ name }) => name));
  const old = entriesOf(join(output, "stacks"))
    .filter((entry) => entry.isDirectory() && !live.has(entry.name))
    .map(({ name }) => `${output}/stacks/${name}/${TERRAMATE_FILE}`)
    .filter((path) => readIfThere(path)?.startsWith(TERRAMATE_HEAD) === true);
  return [
    ...stacks.map((stack) => ({
      path: `${stack.folder}/${TERRAMATE_FILE}`,
      text: renderTerramate(stack),
    })),
    ...old.map((path) => ({ path, text: null })),
  ];
}

/** Those that are not what they should be. */
export function staleFiles(files: readonly StackFile[]): readonly StackFile[] {
  return files.filter(({ path, text }) => readIfThere(path) !== text);
}

/** Writes files, or takes them away; what is wrong when the file system refuses. */
export function writeStackFiles(files: readonly StackFile[]): readonly Finding[] {
  return files.flatMap(({ path, text }) => {
    if (text === null) return findUnwritable(path, () => rmSync(path));
    const failed = findUnwritable(path, () => makeFolders(dirname(path), []));
    return failed.length > 0 ? failed : writeReport(path, text);
  });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // What is no file is told when it is written.
    if (isFileError(error)) return null;
    throw error;
  }
}
