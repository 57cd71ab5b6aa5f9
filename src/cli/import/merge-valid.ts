import { invariant } from "../../base/invariant.ts";
import { startsWith } from "../../base/path.ts";
import type { Addition } from "../../importer/merge/find-additions.ts";
import { type Merged, mergeNetwork } from "../../importer/merge/merge-network.ts";
import type { Owned } from "../../importer/merge/read-owned.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import type { UserHookFacts } from "../../model/hooks/normalise-hooks.ts";
import { type BlueprintFile, compile } from "../../pipeline.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { formatBlueprint } from "../../reports/format/format-blueprint.ts";

/** A merge that leaves the blueprint as right as it was. */
export interface ValidMerge {
  readonly merged: Merged;
  /** What was not put in, and why. */
  readonly left: readonly Finding[];
  /** Of the blueprint with everything in it. */
  readonly findings: readonly Finding[];
  /** The blueprint with all that was put in. */
  readonly after: BlueprintFile;
  /** Addresses of what was not put in. */
  readonly without: ReadonlySet<string>;
}

/** Without what would make the blueprint wrong: that is said, and left to its owner. */
export function mergeValid(
  file: BlueprintFile,
  owned: Owned,
  inventory: Inventory,
  hooks: readonly UserHookFacts[] = [],
): ValidMerge {
  const before = new Set(errorsOfAll(file, hooks).map(keyOf));
  const without = new Set<string>();
  const left: Finding[] = [];
  for (;;) {
    const merged = mergeNetwork(owned, inventory, format, without);
    const after = withTexts(file, merged);
    const errors = errorsOfAll(after, hooks).filter((one) => !before.has(keyOf(one)));
    const causes = causesOf(merged, errors);
    if (errors.length === 0 || causes.length === 0)
      return { merged, left: [...left, ...refusedIn(file, merged)], findings: errors, after, without };
    for (const one of merged.added) {
      const cause = causes.find(({ addition }) => isPartOf(one, addition));
      if (cause === undefined) continue;
      without.add(one.address);
      left.push(notPutIn(file, `${one.address} (${one.id})`, cause.message));
    }
  }
}

/** What is new and wrong, with what is said of it. */
interface Cause {
  readonly addition: Addition;
  readonly message: string;
}

function causesOf({ added }: Merged, errors: readonly Finding[]): readonly Cause[] {
  return added.flatMap((addition) => {
    const about = errors.find((error) => isAbout(error, addition.address, addition.entry?.path ?? null));
    return about === undefined ? [] : [{ addition, message: about.message }];
  });
}

/** What is left out goes with its parts: without its group a rule is nothing. */
function isPartOf({ address, entry }: Addition, whole: Addition): boolean {
  if (whole.address === address) return true;
  return whole.entry !== null && entry !== null && startsWith(entry.path, whole.entry.path);
}

/** How many keys lead to a section of the network. */
const SECTION = 2;

function isAbout({ pointer, message }: Finding, address: string, path: readonly string[] | null): boolean {
  const places = [pointer ?? "", message];
  if (places.some((text) => text.includes(`"${address}"`))) return true;
  const way = path?.join(".");
  if (way === undefined) return false;
  const isOfIt = pointer?.split(".").length === SECTION + 1 && way.startsWith(`${pointer}.`);
  return isOfIt || places.some((text) => new RegExp(`${way.replaceAll(".", "\\.")}(?![\\w-])`).test(text));
}

function refusedIn(file: BlueprintFile, { refused }: Merged): readonly Finding[] {
  return refused.map((path) => notPutIn(file, path.join("."), "its place is no map that could grow"));
}

function notPutIn({ file }: BlueprintFile, what: string, why: string): Finding {
  const finding = findingAbout(file, "import/not-merged", `${what} was not put in: ${why}`, BY_HAND);
  return { ...finding, severity: "warning" };
}

const BY_HAND = "write it by hand; hextet import without --merge shows how";

/** The errors of a blueprint, in all its environments: what is put in for one of them is in all. */
function errorsOfAll(
  { environment: _, ...file }: BlueprintFile,
  hooks: readonly UserHookFacts[],
): readonly Finding[] {
  return errorsOf(file, hooks);
}

/** The errors of a blueprint, or of the environment that is asked for. */
export function errorsOf(file: BlueprintFile, hooks: readonly UserHookFacts[] = []): readonly Finding[] {
  return compile([file], "0000-00-00", hooks).findings.filter(({ severity }) => severity === "error");
}

function keyOf({ rule, pointer, message }: Finding): string {
  return JSON.stringify([rule, pointer, message]);
}

/** The blueprint with what a merge has put in. */
function withTexts(file: BlueprintFile, { texts }: Merged): BlueprintFile {
  const included = [...(file.included ?? [])].map(([name, one]) => {
    const text = "file" in one ? texts.get(one.file) : undefined;
    return [name, text === undefined || !("file" in one) ? one : { ...one, text }] as const;
  });
  return { ...file, text: texts.get(file.file) ?? file.text, included: new Map(included) };
}

function format(yaml: string): string {
  const text = formatBlueprint(yaml);
  invariant(text !== null, "what a merge writes is no YAML");
  return text;
}
