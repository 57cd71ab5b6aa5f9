import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** The file that configures the `cdktf` command, and Hextet under `context`; it marks the project's folder. */
export const CONFIG = "cdktf.json";

/** A path of the project as a path from the working directory: unchanged where that is the project's folder. */
export function inProject(path: string): string {
  const here = process.cwd();
  const folder = projectFolder(here);
  if (folder === here || isAbsolute(path)) return path;
  // In the notation of findings, on every system.
  return (relative(here, resolve(folder, path)) || ".").replaceAll("\\", "/");
}

/**
 * The nearest folder upwards with a cdktf.json. Where there is none, or `blueprints/` lies here, the working directory is
 * the project.
 */
function projectFolder(here: string): string {
  if (existsSync(join(here, "blueprints"))) return here;
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, CONFIG))) return folder;
    if (dirname(folder) === folder) return here;
  }
}
