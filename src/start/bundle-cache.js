import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint } from "./fingerprint.js";
import { isOurs, openPlace, placesOf } from "./places.js";

/** Says which files belong to a bundle, with their sizes in bytes. */
const LIST = "files.json";
const KEPT = 5;

/**
 * The folder with the bundle of the package in `root`, made now if there is none; null where none can be had.
 * @param {string} root
 * @param {(reason: unknown) => void} tell is told why not
 * @returns {Promise<string | null>}
 */
export async function findBundle(root, tell) {
  try {
    const name = fingerprint(root);
    const places = placesOf(root);
    const found = places.map((place) => join(place, name)).find((folder) => isBundle(folder));
    if (found !== undefined) return found;
    return await addBundle(root, places, name, tell);
  } catch (error) {
    tell(error);
    return null;
  }
}

/**
 * Takes a bundle away that does not work: the next start makes it again.
 * @param {string} folder
 */
export function discardBundle(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next start finds it again, and falls back again.
  }
}

/**
 * True for a whole bundle which nobody but this user can have written. Anybody can make a folder of that name among
 * the temporary files, and what is in it would be run.
 * @param {string} folder
 */
function isBundle(folder) {
  try {
    /** @type {Record<string, number>} */
    const sizes =
      isOurs(dirname(folder)) && isOurs(folder) ? JSON.parse(readFileSync(join(folder, LIST), "utf8")) : {};
    const files = Object.entries(sizes);
    return files.length > 0 && files.every(([name, size]) => isOurs(join(folder, name), size));
  } catch {
    return false;
  }
}

/**
 * Makes a bundle in the first place that takes it.
 * @param {string} root
 * @param {string[]} places
 * @param {string} name
 * @param {(reason: unknown) => void} tell
 */
async function addBundle(root, places, name, tell) {
  let files = null;
  for (const place of places) {
    try {
      openPlace(place);
    } catch (error) {
      tell(error);
      continue;
    }
    const { makeBundle } = await import("./make-bundle.js");
    files ??= await makeBundle(root);
    try {
      const folder = publish(writeBundle(files, place), join(place, name));
      dropOld(place);
      return folder;
    } catch (error) {
      tell(error);
    }
  }
  return null;
}

/**
 * @param {{ name: string, contents: Uint8Array }[]} files
 * @param {string} place
 */
function writeBundle(files, place) {
  const folder = mkdtempSync(join(place, "new-"));
  try {
    const sizes = Object.fromEntries(files.map(({ name, contents }) => [name, contents.length]));
    for (const { name, contents } of files) writeFileSync(join(folder, name), contents, { mode: 0o600 });
    writeFileSync(join(folder, LIST), JSON.stringify(sizes), { mode: 0o600 });
    return folder;
  } catch (error) {
    discardBundle(folder);
    throw error;
  }
}

/**
 * Gives a bundle its name at one stroke: another process sees all of it or nothing. When another was quicker, its
 * bundle is taken; one that is broken makes way, but not by deletion under that name: it may be whole by now.
 * @param {string} made
 * @param {string} folder
 */
function publish(made, folder) {
  try {
    renameSync(made, folder);
    return folder;
  } catch {
    if (isBundle(folder)) {
      discardBundle(made);
      return folder;
    }
  }
  try {
    renameSync(folder, `${made}-broken`);
    renameSync(made, folder);
    discardBundle(`${made}-broken`);
    return folder;
  } catch {
    // It works under any name, for this once.
    return made;
  }
}

/**
 * Leaves the newest few; older ones belong to sources that have changed.
 * @param {string} place
 */
function dropOld(place) {
  try {
    const folders = readdirSync(place).map((name) => join(place, name));
    const ages = new Map(folders.map((folder) => [folder, lstatSync(folder).mtimeMs]));
    folders.sort((a, b) => (ages.get(b) ?? 0) - (ages.get(a) ?? 0));
    for (const folder of folders.slice(KEPT)) discardBundle(folder);
  } catch {
    // Another process drops them.
  }
}
