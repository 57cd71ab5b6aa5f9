import { type Dirent, readdirSync } from "node:fs";
import { isFileError } from "./file-errors.ts";

/** The entries of a folder by name; none where there is no folder that can be read: whoever writes there finds out. */
export function entriesOf(folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (isFileError(error)) return [];
    throw error;
  }
}
