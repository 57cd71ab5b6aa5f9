import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.js";

/** The file of a build that says which sources it is of. */
export const STAMP = "fingerprint";

/**
 * The folder with the build of the checkout in `root`; null when there is none, or none of the sources that are there.
 * @param {string} root
 */
export function freshBuild(root) {
  const folder = join(root, "dist");
  return stampOf(folder) === fingerprint(root) ? folder : null;
}

/** @param {string} folder */
function stampOf(folder) {
  try {
    return readFileSync(join(folder, STAMP), "utf8");
  } catch {
    return null;
  }
}
