import { relative, resolve, sep } from "node:path";
import { type Compiled, compile } from "../../pipeline.ts";
import type { CompiledAt } from "../compile-at.ts";
import { filesAt, GitRefusal } from "../git-output.ts";
import { isBlueprintName } from "../is-blueprint-name.ts";
import { todayInUtc } from "../today-in-utc.ts";

/** The blueprints of before, compiled. */
export interface BlueprintsBefore extends Compiled {
  /** Their texts by path, as the blueprints of now are called. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The blueprints of a commit; null: what is compared with is a folder, which has none. A text says why there are none. */
export function compileBefore(
  commit: string | null,
  blueprints: string,
  { userHooks }: CompiledAt,
): BlueprintsBefore | string {
  if (commit === null) return "what is compared with is a folder of output, without blueprints";
  const folder = relative(process.cwd(), resolve(blueprints)).split(sep).join("/");
  try {
    const files = [...filesAt(commit, folder)]
      .filter(([path]) => isBlueprintName(path) && !/(^|\/)\./.test(path))
      .map(([path, text]) => ({ file: `${folder}/${path}`, text }));
    if (files.length === 0) return `the commit has no blueprints in ${folder}`;
    const texts = new Map(files.map(({ file, text }) => [file, text]));
    return { ...compile(files, todayInUtc(), userHooks), texts };
  } catch (error) {
    if (error instanceof GitRefusal) return error.message;
    throw error;
  }
}
