import type { Merged } from "../../importer/merge/merge-network.ts";
import type { Owned } from "../../importer/merge/read-owned.ts";
import type { BlueprintFile } from "../../pipeline.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { amount } from "../commands.ts";
import type { MergeComparison } from "./compare-merged.ts";
import type { NetworkComparison } from "./compare-networks.ts";

/** What a merge has put in, and what stays out. */
export function describeMerge(
  file: BlueprintFile,
  { ids }: Owned,
  { added, texts, drafted }: Merged,
  { told, compared, hooksLeftOut }: MergeComparison,
): string {
  const count = (rule: string) => told.filter((one) => one.rule === rule).length;
  const entries = added.filter(({ entry }) => entry !== null);
  const summary = [
    added.length === 0 ? "nothing to add" : `${amount(added.length, "resource")} added`,
    `${ids.size - count("import/gone")} there as before`,
    `${count("import/gone")} gone`,
    `${amount(count("import/differs"), "difference")}`,
  ].join(", ");
  const isSaid = (id: string) => file.text.includes(id);
  const left = drafted.unplaced.filter(({ id }) => !isSaid(id));
  return [
    `${drafted.name}: ${summary}`,
    ...entries.map(({ address, id, entry }) => `  ${entry?.path.join(".")}: ${address} (${id})`),
    ...(compared === null ? [] : [...comparisonLines(compared), ...notComparedLines(hooksLeftOut)]),
    ...(texts.size === 0 ? [] : [`written: ${[...texts.keys()].join(", ")}`]),
    ...(left.length === 0 ? [] : [`not taken up (${left.length}):`]),
    ...left.map(({ kind, id, detail }) => `  ${kind} ${id}${detail === null ? "" : `: ${detail}`}`),
  ]
    .map((line) => `${escapeUnsafe(line)}\n`)
    .join("");
}

/** What differs and is told by nobody else: Terraform tells it in the next plan. */
function notComparedLines(hooks: readonly string[]): readonly string[] {
  const own = hooks.length === 1 ? "the hook" : "the hooks";
  return [
    "not compared, for import does not read it: tags, but for names",
    ...(hooks.length === 0
      ? []
      : [`not compared, for a merge runs none: what ${own} ${hooks.join(", ")} would do`]),
  ];
}

/** What is no warning: what comes with an apply, and what stays as it is whatever the blueprint says. */
function comparisonLines({ kept, onlyHere }: NetworkComparison): readonly string[] {
  return [
    ...(onlyHere.length === 0
      ? []
      : [`described and not found in AWS, so an apply makes it (${onlyHere.length}):`]),
    ...onlyHere.map((address) => `  ${address}`),
    ...(kept.length === 0 ? [] : [`differs, and Terraform leaves it as it is in AWS (${kept.length}):`]),
    ...kept.map(
      ({ address, changes }) => `  ${address}: ${changes.map(({ argument }) => argument).join(", ")}`,
    ),
  ];
}
