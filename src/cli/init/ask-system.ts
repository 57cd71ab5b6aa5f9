import { createInterface } from "node:readline/promises";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { renderTable } from "../../reports/table.ts";
import type { StartingBlueprint } from "./starting-blueprints.ts";

/** Where questions are asked. */
export interface Asking {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** How many of them `output` shows. */
  readonly columns: number;
}

/** The systems to begin with, numbered from 1, one a line where so many columns are enough. */
export function listSystems(systems: readonly StartingBlueprint[], columns: number): string {
  const width = Math.max(...systems.map(({ name }) => name.length));
  const rows = systems.map(({ name, description }, index) => [
    `${String(index + 1).padStart(3)}  ${name.padEnd(width)}`,
    description,
  ]);
  return renderTable({ titles: null, rows }, columns, String)
    .map((line) => `${line}\n`)
    .join("");
}

/** Asks with which system to begin, by name or number, until one is answered; null when the input ends before. */
export async function askSystem(
  systems: readonly StartingBlueprint[],
  { input, output, columns }: Asking,
): Promise<StartingBlueprint | null> {
  output.write(listSystems(systems, columns));
  const lines = createInterface({ input, output, prompt: "Begin with which of them? " });
  lines.prompt();
  try {
    for await (const line of lines) {
      const answer = line.trim();
      const system = systems.find(({ name }, index) => name === answer || String(index + 1) === answer);
      if (system !== undefined) return system;
      output.write(`there is no "${escapeUnsafe(answer)}": a name or a number of the list\n`);
      lines.prompt();
    }
    return null;
  } finally {
    lines.close();
  }
}
