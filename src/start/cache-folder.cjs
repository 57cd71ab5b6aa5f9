// Where Hextet keeps what can be made again. CommonJS, for a package starts with it.
const { lstatSync, mkdirSync } = require("node:fs");
const module_ = require("node:module");
const { homedir, platform } = require("node:os");
const { isAbsolute, join, resolve } = require("node:path");

/** What switches the cache off. */
const OFF = "off";

/**
 * The folder of the cache, which is there then: what `HEXTET_CACHE` names, or where the system keeps what can be made again. Null
 * where it is switched off, cannot be made, or is another user's. It is outside of the repository, so that no pull request
 * can bring one.
 * @returns {string | null}
 */
function cacheFolder() {
  const asked = (process.env["HEXTET_CACHE"] ?? "").trim();
  if (asked.toLowerCase() === OFF) return null;
  try {
    const folder = asked === "" ? join(usualFolder(), "hextet") : resolve(asked);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const refusal = refusalOf(folder);
    if (refusal === null) return folder;
    tellOfCache(`${refusal}: it is not used`);
  } catch (error) {
    tellOfCache(error);
  }
  return null;
}

/**
 * Without a cache everything is the same, and slower: with HEXTET_DEBUG=1 one reads why, each reason once.
 * @param {unknown} reason
 */
function tellOfCache(reason) {
  const line = `hextet: cache: ${reason}\n`;
  if (process.env["HEXTET_DEBUG"] !== "1" || toldLines().has(line)) return;
  toldLines().add(line);
  process.stderr.write(line);
}

/**
 * What this process has said. The bundle holds this file a second time: the two know each other by the process.
 * @returns {Set<string>}
 */
function toldLines() {
  const key = Symbol.for("hextet.cache.told");
  if (!Reflect.has(process, key)) Reflect.set(process, key, new Set());
  return Reflect.get(process, key);
}

/** https://specifications.freedesktop.org/basedir-spec/latest/ and its like on other systems. */
function usualFolder() {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg !== undefined && isAbsolute(xdg)) return xdg;
  if (platform() === "win32" && local !== undefined) return local;
  return platform() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

/**
 * Why somebody else could write into it; null: nobody can.
 * @param {string} folder
 */
function refusalOf(folder) {
  const found = lstatSync(folder);
  const own = process.getuid?.();
  if (own === undefined) return null;
  if (found.isSymbolicLink()) return `${folder} is a symbolic link`;
  if (found.uid !== own) return `${folder} is another user's`;
  return (found.mode & 0o022) === 0 ? null : `others may write into ${folder}`;
}

/**
 * From Node 22.1 on: what V8 compiled of the build is kept for the next start, in a folder of the cache. Node holds each
 * entry against the file's contents and its own version.
 */
function keepCompiled() {
  const enable = /** @type {((folder: string) => unknown) | undefined} */ (
    Reflect.get(module_, "enableCompileCache")
  );
  if (enable === undefined) return;
  const folder = cacheFolder();
  if (folder !== null) enable(join(folder, "compiled"));
}

module.exports = { cacheFolder, keepCompiled, tellOfCache };
