import type { ResourceChange, StackChange } from "../../change/types.ts";
import type { Colors } from "../colors.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { linesOf, VERBS } from "./describe-change.ts";
import { stackNotes, summarise } from "./summarise.ts";

const VERB_WIDTH = 17;

/** Changes of stacks for a terminal, the most dangerous of each stack first. */
export function renderChanges(stacks: readonly StackChange[], colors: Colors): string {
  if (stacks.length === 0) return "no resource changes\n";
  return `${stacks.map((stack) => renderStack(stack, colors)).join("\n\n")}\n`;
}

function renderStack(stack: StackChange, colors: Colors): string {
  return [
    colors.bold(`stack ${escapeUnsafe(stack.name)}: ${summarise(stack)}`),
    ...stackNotes(stack).map((note) => `  ${colors.yellow(escapeUnsafe(note))}`),
    ...stack.changes.flatMap((change) => renderChange(change, stack.kind, colors)),
  ].join("\n");
}

function renderChange(change: ResourceChange, kind: StackChange["kind"], colors: Colors): readonly string[] {
  const verb = kind === "removed" ? "left in AWS" : VERBS[change.action];
  const first = `  ${paint(change, verb.padEnd(VERB_WIDTH), colors)} ${escapeUnsafe(change.address)}`;
  const lines = kind === "removed" ? [] : linesOf(change);
  return [
    first,
    ...lines.map(({ weight, text }) => {
      const line = `      ${escapeUnsafe(text)}`;
      return weight === "danger" ? colors.red(line) : colors.dim(line);
    }),
  ];
}

function paint({ action, loss }: ResourceChange, text: string, colors: Colors): string {
  if (loss !== null || action === "destroy") return colors.red(text);
  if (action === "replace" || action === "may-replace" || action === "forget") return colors.yellow(text);
  return action === "create" ? colors.green(text) : colors.cyan(text);
}
