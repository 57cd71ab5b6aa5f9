import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { isFileError, isMissing, reasonOf } from "./file-errors.ts";
import { isBlueprintName } from "./is-blueprint-name.ts";
import { writeWhole } from "./write-whole.ts";

/** A blueprint's first key, wherever in the file it stands. */
const BLUEPRINT = /^[\s{]*["']?apiVersion["']?\s*:\s*["']?hextet\//m;

/** Writes what a command was asked to put into a file, but over no input of Hextet's; a finding says why it was not. */
export function writeReport(file: string, text: string): readonly Finding[] {
  try {
    const input = inputAt(file);
    if (input === null) {
      writeWhole(file, text);
      return [];
    }
    const hint = "name another file; nothing was written to this one";
    return [findingAbout(file, "output/unwritable", `${input} is there`, hint)];
  } catch (error) {
    if (!isFileError(error)) throw error;
    const message = isMissing(error) ? `there is no folder ${dirname(file)}` : reasonOf(error);
    return [findingAbout(file, "output/unwritable", message)];
  }
}

/** What of people's own stands there, by whatever path it is named; null: nothing that must be kept. */
function inputAt(file: string): string | null {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const name = basename(realpathSync(file));
  if (name === "cdk.tf.json") return "a stack's Terraform JSON";
  return isBlueprintName(name) && BLUEPRINT.test(readFileSync(file, "utf8")) ? "a blueprint" : null;
}
