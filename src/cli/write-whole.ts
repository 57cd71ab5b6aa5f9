import { randomUUID } from "node:crypto";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

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
