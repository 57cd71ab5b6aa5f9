import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * A hash over all that a bundle of the package in `root` is made of: where it lies, its sources, its libraries, Node.
 * Contents, not times: reading five hundred small files is no slower than asking for their times.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash("sha256");
  const manifest = readFileSync(join(root, "package.json"));
  /** @type {{ dependencies: Record<string, string> }} */
  const { dependencies } = JSON.parse(manifest.toString());
  for (const part of [root, process.version, manifest]) add(hash, part);
  for (const name of Object.keys(dependencies)) for (const part of libraryOf(root, name)) add(hash, part);
  for (const file of filesOf(join(root, "src")))
    for (const part of [file, readFileSync(file)]) add(hash, part);
  return hash.digest("hex");
}

/**
 * With its length before it, so that no two lists of parts look alike.
 * @param {import("node:crypto").Hash} hash
 * @param {string | Buffer} part
 */
function add(hash, part) {
  hash.update(`${Buffer.byteLength(part)}\n`).update(part);
}

/**
 * Where a library lies, and its manifest: the bundle imports libraries by their places.
 * @param {string} root
 * @param {string} name
 */
function libraryOf(root, name) {
  for (const folder of createRequire(join(root, "package.json")).resolve.paths(name) ?? []) {
    const file = join(folder, name, "package.json");
    try {
      return [file, readFileSync(file)];
    } catch {
      // Further up, as Node looks for it.
    }
  }
  return [name];
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
