import type { BlueprintFile, FileCache, FileResult } from "../../pipeline.ts";
import { keyOf } from "./entries.ts";
import { openCache } from "./open-cache.ts";

/** A cache that tells what it has without reading it. */
export interface KnownFiles extends FileCache {
  readonly has: (file: BlueprintFile) => boolean;
}

/** What blueprints say by themselves on a day (YYYY-MM-DD), as long as no hook of the user's has a part in it; null: no cache. */
export function fileCache(today: string): KnownFiles | null {
  const cache = openCache();
  if (cache === null) return null;
  const { engine, entries } = cache;
  const keyOfFile = (file: BlueprintFile) => keyOf(["file", engine, today, ...partsOf(file)]);
  return {
    // The key tells what is in the entry: a hash over Hextet itself is in it.
    get: (file) => (entries.get(keyOfFile(file)) as FileResult | undefined) ?? null,
    set: (file, result) => entries.set(keyOfFile(file), result),
    has: (file) => entries.has(keyOfFile(file)),
  };
}

function partsOf({ file, text, environment, included }: BlueprintFile): readonly string[] {
  const beside = [...(included ?? [])].flatMap(([name, one]) =>
    "text" in one ? [name, "text", one.file, one.text] : [name, "refusal", one.refusal],
  );
  return [file, text, environment === undefined ? "all" : `one ${environment}`, ...beside];
}
