import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A hash over all that the build of the checkout in `root` is made of: its sources, and the libraries by the lockfile.
 * Contents, not times: reading small files is no slower than asking for their times, and no checkout or copy can lie.
 * Throws where there is no lockfile.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) add(hash, file, readFileSync(join(root, file)));
  for (const file of filesOf(join(root, "src"))) add(hash, file.slice(root.length), readFileSync(file));
  return hash.digest("hex");
}

/**
 * With its length before it, so that no two lists of files look alike.
 * @param {import("node:crypto").Hash} hash
 * @param {string} name
 * @param {Buffer} contents
 */
function add(hash, name, contents) {
  hash.update(`${name}\n${contents.length}\n`).update(contents);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesOf(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  // In one order, whatever the file system's.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}
