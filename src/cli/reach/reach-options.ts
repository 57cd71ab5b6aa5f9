import { isBlueprintName } from "../is-blueprint-name.ts";
import { partsOf } from "../read-blueprints.ts";

/** How `hextet reach` answers. */
export const REACH_FORMATS = ["pretty", "json", "markdown", "html"] as const;

/** What the command line of `hextet reach` says beside what all commands know. */
export interface ReachOptions {
  /** Blueprints or folders. */
  readonly paths: readonly string[];
  /** Terraform plans or states in place of blueprints. */
  readonly plans: readonly string[];
  /** Both ends of one connection; null: everybody's. */
  readonly pair: { readonly from: string; readonly to: string } | null;
  /** True: every hop is shown. */
  readonly trace: boolean;
  readonly format: (typeof REACH_FORMATS)[number];
  /** Null: standard output. */
  readonly file: string | null;
}

/**
 * What the words of the command line mean: first the blueprint, if it is a YAML file, an environment of one, or a folder,
 * then nothing or both ends. A text says what is wrong.
 */
export function readWords(
  words: readonly string[],
  isFolder: (word: string) => boolean,
): Pick<ReachOptions, "paths" | "pair"> | string {
  const [first = ""] = words;
  const isBlueprint = isBlueprintName(partsOf(first).file) || isFolder(first);
  const paths = isBlueprint ? [first] : [];
  const [from, to, ...more] = isBlueprint ? words.slice(1) : words;
  if (from === undefined) return { paths, pair: null };
  if (to === undefined) return `from ${JSON.stringify(from)} to whom? Name both ends, or none`;
  if (more.length > 0) return "too many words: name a blueprint, and both ends of one connection";
  return { paths, pair: { from, to } };
}
