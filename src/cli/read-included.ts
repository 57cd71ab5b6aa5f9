import { dirname, join } from "node:path";
import { type BlueprintFile, type IncludedFile, includedNames } from "../pipeline.ts";
import { decodeText } from "./decode-text.ts";
import { readPlainFile } from "./read-plain-file.ts";

/** The files that a blueprint includes, from its folder, as it calls them. Never throws. */
export function readIncluded(blueprint: string, text: string): ReadonlyMap<string, IncludedFile> {
  const folder = dirname(blueprint);
  return new Map(includedNames(text).map((name) => [name, readOne(folder, name)]));
}

function readOne(folder: string, name: string): IncludedFile {
  const bytes = readPlainFile(folder, name);
  if (typeof bytes === "string") return { refusal: bytes };
  const text = decodeText(bytes);
  return text === null
    ? { refusal: "the file is not UTF-8 text" }
    : { file: includedName(folder, name), text };
}

/** How findings call a file that a blueprint in a folder includes. */
export function includedName(folder: string, name: string): string {
  return join(folder, name).replaceAll("\\", "/");
}

/** A blueprint and the files that it includes. */
export function textsOf(
  blueprint: BlueprintFile,
): readonly { readonly file: string; readonly text: string }[] {
  const included = [...(blueprint.included?.values() ?? [])];
  return [blueprint, ...included.flatMap((one) => ("text" in one ? one : []))];
}
