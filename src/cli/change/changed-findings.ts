import { relative, resolve, sep } from "node:path";
import { compile } from "../../pipeline.ts";
import { compareFindings, type FindingChanges, notCompared } from "../../reports/changes/compare-findings.ts";
import type { CompiledAt } from "../compile-at.ts";
import { filesAt, GitRefusal } from "../git-output.ts";

/** Findings that appeared or went since a commit; null: what is compared with is a folder, which has no blueprints. */
export function changedFindings(
  commit: string | null,
  blueprints: string,
  compiled: CompiledAt,
): FindingChanges {
  if (commit === null) return notCompared("what is compared with is a folder of output, without blueprints");
  const folder = relative(process.cwd(), resolve(blueprints)).split(sep).join("/");
  try {
    const files = [...filesAt(commit, folder)]
      .filter(([path]) => /\.ya?ml$/i.test(path) && !/(^|\/)\./.test(path))
      .map(([path, text]) => ({ file: `${folder}/${path}`, text }));
    if (files.length === 0) return notCompared(`the commit has no blueprints in ${folder}`);
    const today = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
    return compareFindings(compile(files, today, compiled.userHooks), compiled);
  } catch (error) {
    if (error instanceof GitRefusal) return notCompared(error.message);
    throw error;
  }
}
