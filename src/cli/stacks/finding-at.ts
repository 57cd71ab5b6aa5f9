import { atValue, type Diagnostic } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { readBlueprint } from "../../blueprint/read-blueprint.ts";
import { type Finding, findingAboutFile, locateDiagnostic } from "../../reports/findings/finding.ts";
import { readBlueprints } from "../read-blueprints.ts";

/** A finding at a key of a blueprint that has been compiled; at its first line when the file is gone since. */
export function findingAt(
  file: string,
  pathIn: (blueprint: Blueprint) => Path,
  what: Omit<Diagnostic, "at" | "hint"> & { readonly hint: string },
): Finding {
  const [read] = readBlueprints([file]).files;
  const { blueprint, source } = readBlueprint(file, read?.text ?? "");
  if (blueprint === null)
    return { ...findingAboutFile(file, what.rule, what.message, what.hint), severity: what.severity };
  return locateDiagnostic({ ...what, at: atValue(pathIn(blueprint)) }, source);
}

/** Where a blueprint says that its stack waits for another; the list, or what stands for it, when it names none. */
export function dependsOnIn({ terraform }: Blueprint, stacks: readonly string[]): Path {
  const named = terraform?.dependsOn ?? [];
  const index = named.findIndex((one) => stacks.includes(one));
  if (index !== -1) return ["terraform", "dependsOn", index];
  return named.length > 0 ? ["terraform", "dependsOn"] : ["extend", "terraform"];
}
