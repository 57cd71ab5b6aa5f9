import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "../make-folders.ts";
import { removeEmptyFolders } from "../remove-folders.ts";

/** A text, and its path from the folder it is written into. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files where there are none, with their folders: all of them or, when one fails, none. Throws the error of the
 * file system; also where a file came in between.
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): void {
  const folders: string[] = [];
  const written: string[] = [];
  try {
    makeFolders(folder, folders);
    for (const { path, text } of files) {
      const file = join(folder, path);
      makeFolders(dirname(file), folders);
      const descriptor = openSync(file, "wx");
      written.push(file);
      try {
        writeFileSync(descriptor, text);
      } finally {
        closeSync(descriptor);
      }
    }
  } catch (error) {
    for (const file of written) rmSync(file);
    for (const one of folders.reverse()) removeEmptyFolders(one);
    throw error;
  }
}
