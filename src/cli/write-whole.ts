import { randomUUID } from "node:crypto";
import { linkSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isFileError } from "./file-errors.ts";

/**
 * Writes a file by a rename: who reads it while this runs, or after it was killed, never sees a half of it. `mode` is that of a
 * new file. Throws the error of the file system.
 */
export function writeWhole(file: string, text: string | Uint8Array, mode = 0o666): void {
  const there = statSync(file, { throwIfNoEntry: false });
  // A pipe or device is written to; a rename would put a file in its place.
  if (there !== undefined && !there.isFile()) {
    writeFileSync(file, text);
    return;
  }
  const target = there === undefined ? file : realpathSync(file);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx", mode });
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** As `writeWhole`, of a file that must not be there: throws EEXIST where something is. */
export function writeNewWhole(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: "wx" });
    linkSync(temporary, file);
  } catch (error) {
    // A file system without hard links.
    if (!isFileError(error) || !NO_LINKS.includes(error.code)) throw error;
    writeFileSync(file, text, { flag: "wx" });
  } finally {
    rmSync(temporary, { force: true });
  }
}

const NO_LINKS: readonly string[] = ["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"];
