import { readBlueprint } from "../../blueprint/read-blueprint.ts";

/** The blueprints among the texts that can be read, as plain data with their defaults. */
export function readPlain(
  files: readonly { readonly file: string; readonly text: string }[],
): readonly unknown[] {
  return files.map(({ file, text }) => readBlueprint(file, text).blueprint).filter((one) => one !== null);
}
