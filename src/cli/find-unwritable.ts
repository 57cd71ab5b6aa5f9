import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { isFileError, reasonOf } from "./file-errors.ts";

/** Writes a file; one finding when the file system refuses. Any other error is thrown on. */
export function findUnwritable(file: string, write: () => void): readonly Finding[] {
  try {
    write();
    return [];
  } catch (error) {
    if (!isFileError(error)) throw error;
    return [findingAbout(file, "output/unwritable", reasonOf(error))];
  }
}
