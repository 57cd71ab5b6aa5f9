import { changesAskedOf } from "../../aws/argument-changes.generated.ts";
import type { ResourceChange, StackChange } from "../../change/types.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeSpan, escapePlain } from "../reference/markdown.ts";
import { linesOf, VERBS } from "./describe-change.ts";
import { movedLines } from "./moved-lines.ts";
import { NOTHING_SAID, type SaidBeside } from "./said-beside.ts";
import { stackNotes, summarise } from "./summarise.ts";

/** Characters; GitHub refuses a comment of more than 65,536. */
const LONGEST = 60_000;

// By this first line a workflow finds the comment that it wrote before.
const COMMENT_MARK = "<!-- hextet diff -->";

/** Changes of stacks as one comment for a pull request, the most dangerous first, cut where GitHub would refuse it. */
export function renderChangesMarkdown(
  stacks: readonly StackChange[],
  { reach, taken, findings }: SaidBeside = NOTHING_SAID,
): string {
  const section = (title: string, lines: readonly string[], longest: number) =>
    lines.length === 0 ? [] : [`### ${title}`, "", ...itemsOf(lines, longest), ""];
  const opened = [
    ...section("What packets may do", reach, LONGEST / 4),
    ...section("What other stacks take", taken, LONGEST / 8),
  ];
  const head = [COMMENT_MARK, "", "## What this changes in AWS", "", ...opened];
  const said = findings.length === 0 ? [] : ["", "### Findings", "", ...itemsOf(findings, LONGEST / 2)];
  if (stacks.length === 0) return `${[...head, "No resource changes.", ...said].join("\n")}\n`;
  const lines = [...head];
  // What the stacks are cut for is said all the same.
  let length = [...lines, ...said].join("\n").length;
  for (const line of [...stacks.flatMap(renderStack), ...FOOT]) {
    length += line.length + 1;
    if (length > LONGEST)
      return `${[...lines, "", "… cut here: run `hextet diff` for the rest.", ...said].join("\n")}\n`;
    lines.push(line);
  }
  return `${[...lines, ...said].join("\n")}\n`;
}

/** As many as leave room for the changes. */
function itemsOf(lines: readonly string[], longest: number): readonly string[] {
  const items: string[] = [];
  let length = 0;
  for (const item of lines.map((one) => `- ${plain(one)}`)) {
    length += item.length + 1;
    if (length > longest)
      return [...items, `- … and ${lines.length - items.length} more: run \`hextet diff\``];
    items.push(item);
  }
  return items;
}

const FOOT = [
  `What replaces what is the judgement of AWS provider ${changesAskedOf}; \`terraform plan\` has the last word.`,
];

function renderStack(stack: StackChange): readonly string[] {
  const loud = stack.changes.filter(isLoud);
  const quiet = stack.changes.filter((change) => !isLoud(change));
  const table = (changes: readonly ResourceChange[]) =>
    changes.flatMap((change) => renderChange(change, stack.kind));
  return [
    `### ${plain(stack.name)}: ${plain(summarise(stack))}`,
    "",
    ...stackNotes(stack).flatMap((note) => [`**${plain(note)}**`, ""]),
    ...table(loud),
    ...(loud.length > 0 ? [""] : []),
    ...(stack.moved.length === 0
      ? []
      : ["**Blocks that move:**", "", ...movedLines(stack.moved).map((line) => `- ${plain(line)}`), ""]),
    ...(quiet.length === 0
      ? []
      : [
          "<details>",
          `<summary>${quiet.length} more, with nothing lost</summary>`,
          "",
          ...table(quiet),
          "",
          "</details>",
          "",
        ]),
  ];
}

function isLoud({ loss, action, refusals }: ResourceChange): boolean {
  return (
    loss !== null || refusals.length > 0 || ["destroy", "replace", "may-replace", "forget"].includes(action)
  );
}

function renderChange(change: ResourceChange, kind: StackChange["kind"]): readonly string[] {
  const verb = kind === "removed" ? "left in AWS" : VERBS[change.action];
  const mark = change.loss === null ? "" : " ⚠️";
  const lines = kind === "removed" ? [] : linesOf(change);
  return [
    `- **${verb}**${mark} ${codeSpan(escapeUnsafe(change.address))}`,
    ...lines.map(({ weight, text }) =>
      weight === "danger" ? `  - **${plain(text)}**` : `  - ${plain(text)}`,
    ),
  ];
}

function plain(text: string): string {
  return escapePlain(escapeUnsafe(text)).replaceAll("@", "&#64;");
}
