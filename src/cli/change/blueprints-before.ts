import { dirname, relative, resolve, sep } from "node:path";
import { type Compiled, compile, type IncludedFile, includedNames } from "../../pipeline.ts";
import type { CompiledAt } from "../compile-at.ts";
import { filesAt, GitRefusal } from "../git-output.ts";
import { isBlueprintName } from "../is-blueprint-name.ts";
import { includedName } from "../read-included.ts";
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
    const all = filesAt(commit, folder);
    const includedAt = (beside: string, name: string): IncludedFile => {
      const text = all.get(includedName(beside, name));
      const file = includedName(`${folder}/${beside}`, name);
      return text === undefined ? { refusal: "the commit does not have it" } : { file, text };
    };
    const files = [...all]
      .filter(([path]) => isBlueprintName(path) && !/(^|\/)\./.test(path))
      .map(([path, text]) => {
        const included = new Map(
          includedNames(text).map((name) => [name, includedAt(dirname(path), name)] as const),
        );
        return { file: `${folder}/${path}`, text, included };
      });
    if (files.length === 0) return `the commit has no blueprints in ${folder}`;
    const texts = new Map(files.map(({ file, text }) => [file, text]));
    return { ...compile(files, todayInUtc(), userHooks), texts };
  } catch (error) {
    if (error instanceof GitRefusal) return error.message;
    throw error;
  }
}
