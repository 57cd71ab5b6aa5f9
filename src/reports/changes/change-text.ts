import type { ResourceChange, StackChange } from "../../change/types.ts";
import type { Colors } from "../colors.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { wrapLine } from "../wrap-line.ts";
import { linesOf, VERBS } from "./describe-change.ts";
import { movedLines } from "./moved-lines.ts";
import type { SaidBeside } from "./said-beside.ts";
import { stackNotes, summarise } from "./summarise.ts";

const VERB_WIDTH = 17;

/** Changes of stacks for a terminal of so many columns, the most dangerous of each stack first. */
export function renderChanges(
  stacks: readonly StackChange[],
  colors: Colors,
  columns: number,
  said: SaidBeside,
): string {
  const parts =
    stacks.length === 0
      ? ["no resource changes"]
      : stacks.map((stack) => renderStack(stack, colors, columns));
  const section = (title: string, lines: readonly string[]): readonly string[] => {
    const text = lines.flatMap((line) => wrapLine(`  ${escapeUnsafe(line)}`, columns)).join("\n");
    return text === "" ? [] : [`${title}:\n${text}`];
  };
  const reach = section("what packets may do", said.reach);
  const taken = section("what other stacks take", said.taken);
  return `${[...reach, ...taken, ...parts, ...section("findings", said.findings)].join("\n\n")}\n`;
}

function renderStack(stack: StackChange, colors: Colors, columns: number): string {
  const title = `stack ${escapeUnsafe(stack.name)}: ${summarise(stack)}`;
  return [
    ...wrapLine(title, columns).map(colors.bold),
    ...stackNotes(stack).flatMap((note) => wrapLine(`  ${escapeUnsafe(note)}`, columns).map(colors.yellow)),
    ...movedLines(stack.moved).flatMap((line) =>
      wrapLine(`  moves: ${escapeUnsafe(line)}`, columns).map(colors.yellow),
    ),
    ...stack.changes.flatMap((change) => renderChange(change, stack.kind, colors, columns)),
  ].join("\n");
}

function renderChange(
  change: ResourceChange,
  kind: StackChange["kind"],
  colors: Colors,
  columns: number,
): readonly string[] {
  const verb = kind === "removed" ? "left in AWS" : VERBS[change.action];
  const first = `  ${paint(change, verb.padEnd(VERB_WIDTH), colors)} ${escapeUnsafe(change.address)}`;
  const lines = kind === "removed" ? [] : linesOf(change);
  return [
    ...wrapLine(first, columns, " ".repeat(6)),
    ...lines.flatMap(({ weight, text }) =>
      wrapLine(`      ${escapeUnsafe(text)}`, columns).map(weight === "danger" ? colors.red : colors.dim),
    ),
  ];
}

function paint({ action, loss }: ResourceChange, text: string, colors: Colors): string {
  if (loss !== null || action === "destroy") return colors.red(text);
  if (action === "replace" || action === "may-replace" || action === "forget") return colors.yellow(text);
  return action === "create" ? colors.green(text) : colors.cyan(text);
}
