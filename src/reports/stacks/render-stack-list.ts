import type { Colors } from "../colors.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { renderTable } from "../table.ts";
import type { StackEntry } from "./stack-entry.ts";

/** Stacks for a terminal of so many columns, in the order in which they are applied. */
export function renderStackTable(stacks: readonly StackEntry[], colors: Colors, columns: number): string {
  if (stacks.length === 0) return "no stacks\n";
  const rows = stacks.map(({ wave, name, after, folder }) =>
    [String(wave), name, after.join(" ") || "-", folder].map(escapeUnsafe),
  );
  const titles = ["wave", "stack", "after", "folder"];
  return renderTable({ titles, rows, head: titles.indexOf("stack") }, columns, colors.bold)
    .map((line) => `${line}\n`)
    .join("");
}

/** Stacks for programs, in the order in which they are applied. */
export function renderStackJson(stacks: readonly StackEntry[]): string {
  const shown = stacks.map(({ backend, ...entry }) => ({ ...entry, backend: backend.kind }));
  return `${stringifySafely({ version: 1, stacks: shown })}\n`;
}
