import { dirname, join, resolve } from "node:path";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { blueprintsIn } from "./blueprints-in.ts";
import { isFragmentName } from "./is-blueprint-name.ts";
import { readBlueprintFile, shownName } from "./read-blueprint-file.ts";

/** What is wrong with naming a file that blueprints include: null for any other name. It says who includes it. */
export function refuseFragment(path: string): Finding | null {
  if (!isFragmentName(path)) return null;
  const includes = foldersAround(path)
    .flatMap(blueprintsIn)
    .filter((file) => doesInclude(file, path))
    .map(shownName);
  const hint =
    includes.length === 0
      ? "no blueprint in its folder, or in those around it, includes it: a blueprint does by its key include"
      : `name what includes it: ${includes.join(", ")}`;
  const message = "this is a fragment that blueprints include, and no blueprint itself";
  return findingAbout(shownName(path), "file/is-included", message, hint);
}

/** The file's folder, and those around it as far as the path, or the working directory, says. */
function foldersAround(path: string): readonly string[] {
  const folder = dirname(path);
  const above = dirname(folder);
  return folder === above || folder === "." ? [folder] : [folder, ...foldersAround(join(above, "x"))];
}

function doesInclude(blueprint: string, path: string): boolean {
  const included = readBlueprintFile(blueprint).file?.included ?? new Map();
  return [...included.keys()].some((name) => resolve(dirname(blueprint), name) === resolve(path));
}
