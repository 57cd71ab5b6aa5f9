import { isAbsolute, relative, resolve, sep } from "node:path";
import { commitOf, filesAt, GitRefusal } from "./git-output.ts";

/**
 * The files of the output folder as the last commit has them, by path from the folder: what was reviewed, and presumably
 * applied, however often the folder was written since. Null where no commit has any, or Git does not answer.
 */
export function committedOutput(output: string): ReadonlyMap<string, string> | null {
  const folder = relative(process.cwd(), resolve(output)).split(sep).join("/");
  if (folder === "" || folder.split("/")[0] === ".." || isAbsolute(folder)) return null;
  try {
    const files = filesAt(commitOf("HEAD"), folder);
    return files.size === 0 ? null : files;
  } catch (error) {
    if (error instanceof GitRefusal) return null;
    throw error;
  }
}
