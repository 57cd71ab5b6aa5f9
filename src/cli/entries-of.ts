import { type Dirent, readdirSync } from "node:fs";
import { byName } from "../base/compare-texts.ts";
import { isFileError } from "./file-errors.ts";

/** The entries of a folder by name; none where there is no folder that can be read: whoever writes there finds out. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort(byName);
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}
