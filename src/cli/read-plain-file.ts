import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing, reasonOf } from "./file-errors.ts";

/** Bytes: what stands beside a blueprint and is larger is something else. */
const MAX_SIZE = 4 * 1024 * 1024;

/**
 * The bytes of a file below a folder, or why there are none. Symbolic links are refused on the whole way from the folder: what is
 * read is what reviewers see. Never throws.
 */
export function readPlainFile(folder: string, file: string): Buffer | string {
  try {
    const steps = file.split("/");
    const paths = steps.map((_, index) => join(folder, ...steps.slice(0, index + 1)));
    const link = paths.find((path) => lstatSync(path).isSymbolicLink());
    if (link !== undefined) return "a symbolic link leads to it: only the file itself is copied";
    const descriptor = openSync(
      join(folder, file),
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return "it is no file";
      return stats.size > MAX_SIZE
        ? `${stats.size} bytes are more than ${MAX_SIZE}`
        : readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return isMissing(error) ? "there is no such file" : reasonOf(error);
  }
}
