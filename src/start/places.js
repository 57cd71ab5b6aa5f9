import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * Where bundles are kept, best first: beside the libraries, and where that cannot be written to a folder of the user's
 * own among the temporary files.
 * @param {string} root
 */
export function placesOf(root) {
  const around = dirname(root);
  const libraries = basename(around) === "node_modules" ? around : join(root, "node_modules");
  return [join(libraries, ".cache", "hextet"), ...temporaryPlaces()];
}

/** None where others could put a folder of theirs in its place between our look and Node's. */
function temporaryPlaces() {
  try {
    const folder = realpathSync(tmpdir());
    const { mode } = lstatSync(folder);
    const isSticky = (mode & 0o1000) !== 0;
    return isSticky || !isWritableByOthers(mode)
      ? [join(folder, `hextet-${process.getuid?.() ?? "user"}`)]
      : [];
  } catch {
    return [];
  }
}

/**
 * Makes a place where there is none. Throws when it cannot be made, or what is there is not only ours.
 * @param {string} place
 */
export function openPlace(place) {
  mkdirSync(dirname(place), { recursive: true });
  try {
    mkdirSync(place, { mode: 0o700 });
  } catch {
    // It is there, or what follows fails.
  }
  if (!isOurs(place)) throw new Error(`${place} is not a folder of this user alone`);
}

/**
 * True for a folder, or a file of that size, of this user's which others cannot write to; never for a link.
 * @param {string} path
 * @param {number} [size]
 */
export function isOurs(path, size) {
  const stat = lstatSync(path);
  const isKind = size === undefined ? stat.isDirectory() : stat.isFile() && stat.size === size;
  // Windows has neither user numbers nor modes, and temporary files are each user's own.
  if (process.getuid === undefined) return isKind;
  return isKind && stat.uid === process.getuid() && !isWritableByOthers(stat.mode);
}

/** @param {number} mode */
function isWritableByOthers(mode) {
  return (mode & 0o022) !== 0;
}
