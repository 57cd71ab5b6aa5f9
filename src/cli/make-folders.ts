import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isFileError } from "./file-errors.ts";

/**
 * Makes a folder and those around it, and adds to `made` each that was not there, the outer one first. Throws what the
 * file system says. One by one: `recursive` of Node's own never ends where nobody can make a folder, as in /proc.
 */
export function makeFolders(folder: string, made: string[]): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !isFolder(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    if (makeFolder(one)) made.push(one);
  }
}

/** False: another process was faster. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (isFolder(folder)) return false;
    throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    if (isFileError(error)) return false;
    throw error;
  }
}
