import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import type { StackEntry } from "./stack-entry.ts";

/** Stacks as a table, in the order in which they are applied. */
export function renderStackTable(stacks: readonly StackEntry[]): string {
  if (stacks.length === 0) return "no stacks\n";
  const rows = [
    ["wave", "stack", "after", "folder"],
    ...stacks.map(({ wave, name, after, folder }) => [String(wave), name, after.join(" ") || "-", folder]),
  ].map((row) => row.map(escapeUnsafe));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`)
    .join("");
}

/** Stacks for programs, in the order in which they are applied. */
export function renderStackJson(stacks: readonly StackEntry[]): string {
  const shown = stacks.map(({ backend, ...entry }) => ({ ...entry, backend: backend.kind }));
  return `${stringifySafely({ version: 1, stacks: shown })}\n`;
}
