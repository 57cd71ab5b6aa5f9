import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { invariant } from "../../base/invariant.ts";
import type { DraftedBlueprint } from "../../importer/write-blueprint.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { formatBlueprint } from "../../reports/format/format-blueprint.ts";
import { findUnwritable } from "../find-unwritable.ts";
import { writeNewWhole, writeWhole } from "../write-whole.ts";

/** A file to be written: its path and its text. */
export type NewFile = readonly [file: string, text: string];

/** What `--force` is for. */
export const OVERWRITE = "--force writes over a file";

/** A drafted blueprint in the form of `hextet fmt`. */
export function formatted({ text }: Pick<DraftedBlueprint, "text">): string {
  const form = formatBlueprint(text);
  invariant(form !== null, "what import writes is no YAML");
  return form;
}

/** The file of ids, where there is one, and the blueprint last: it names the other. */
export function draftedFiles(drafted: DraftedBlueprint, blueprint: string): readonly NewFile[] {
  const own: NewFile = [blueprint, formatted(drafted)];
  return drafted.ids === null
    ? [own]
    : [[besideOf(blueprint, drafted.ids.file), formatted(drafted.ids)], own];
}

/** A file in the folder of another. */
export function besideOf(file: string, name: string): string {
  return dirname(file) === "." ? name : join(dirname(file), name);
}

/** Writes all of the files or none of them, over nothing that is there unless `force` says so. */
export function writeAll(files: readonly NewFile[], force: boolean): readonly Finding[] {
  const made: string[] = [];
  for (const [file, text] of files) {
    const failures = findUnwritable(file, () => (force ? writeWhole : writeNewWhole)(file, text));
    if (failures.length > 0) {
      if (!force) for (const one of made) rmSync(one, { force: true });
      return failures.map((failure) => ({ ...failure, hint: force || !existsSync(file) ? null : OVERWRITE }));
    }
    made.push(file);
  }
  return [];
}
