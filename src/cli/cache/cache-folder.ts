import { lstatSync, mkdirSync } from "node:fs";
import { homedir, platform } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** What switches the cache off. */
const OFF = "off";

/**
 * The folder of the cache, which is there then: what `HEXTET_CACHE` names, or where the system keeps what can be made again. Null
 * where it is switched off, cannot be made, or is another user's. It is outside of the repository, so that no pull request
 * can bring one.
 */
export function cacheFolder(): string | null {
  const asked = process.env["HEXTET_CACHE"] ?? "";
  if (asked === OFF) return null;
  try {
    const folder = asked === "" ? join(usualFolder(), "hextet") : resolve(asked);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isOwn(folder) ? folder : null;
  } catch {
    return null;
  }
}

/** https://specifications.freedesktop.org/basedir-spec/latest/ and its like on other systems. */
function usualFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg !== undefined && isAbsolute(xdg)) return xdg;
  if (platform() === "win32" && local !== undefined) return local;
  return platform() === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

/** Nobody else can write into it. */
function isOwn(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  const own = process.getuid?.();
  return own === undefined || (uid === own && (mode & 0o022) === 0);
}
