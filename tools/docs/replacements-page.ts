import { argumentChanges, changesAskedOf } from "../../src/aws/argument-changes.generated.ts";
import type { ArgumentChange } from "../../src/aws/argument-changes.ts";

/** The page on what the provider replaces. */
export function renderReplacementsPage(): string {
  const types = new Map<string, string[]>();
  for (const [name, change] of Object.entries(argumentChanges)) {
    const cell = cellOf(change);
    if (cell === null) continue;
    const [type = "", ...steps] = name.split(".");
    types.set(type, [...(types.get(type) ?? []), `\`${steps.join(".")}\`${cell}`]);
  }
  return [
    "<!-- Generated from src/aws/argument-changes.generated.ts by `npm run generate`. Edits here are lost. -->",
    "",
    "# What replaces what",
    "",
    `Arguments whose change makes AWS provider ${changesAskedOf} destroy a resource and make another, of those that Hextet`,
    "writes. The provider itself was asked, one argument at a time (`npm run replacements`). All others that Hextet writes are",
    "changed in place. `hextet diff` uses this table; `terraform plan` has the last word.",
    "",
    "| type | arguments |",
    "|---|---|",
    ...[...types].map(([type, cells]) => `| \`${type}\` | ${cells.join(", ")} |`),
    "",
  ].join("\n");
}

/** Null where nothing replaces. */
function cellOf(change: ArgumentChange): string | null {
  const kinds = (["change", "set", "unset"] as const).filter(
    (kind) => (change[kind] ?? "update") !== "update",
  );
  if (kinds.length === 0) return null;
  const asked = Object.keys(change);
  const all = asked.every((kind) => change[kind as keyof ArgumentChange] === "replace");
  if (all) return "";
  const words = { change: "another value", set: "written where it was not", unset: "left out" };
  return ` (${kinds.map((kind) => `${words[kind]}${change[kind] === "may-replace" ? ": sometimes" : ""}`).join("; ")})`;
}
