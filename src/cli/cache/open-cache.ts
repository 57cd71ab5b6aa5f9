import { cacheFolder } from "../../start/cache-folder.cjs";
import { type Entries, entriesIn } from "./entries.ts";
import { hextetBuild } from "./hextet-build.ts";

/** Where results are kept, and what every key begins with. */
export interface Cache {
  readonly entries: Entries;
  /** What tells this Hextet on this Node from others: what they found is theirs. */
  readonly engine: string;
}

let opened: Cache | null | undefined;

/** The cache of this run; null where there is none. */
export function openCache(): Cache | null {
  if (opened !== undefined) return opened;
  const folder = hextetBuild === null ? null : cacheFolder();
  opened =
    folder === null ? null : { entries: entriesIn(folder), engine: `${hextetBuild} ${process.version}` };
  return opened;
}
