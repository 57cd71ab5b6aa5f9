import { isRecord } from "../../base/untrusted-json.ts";
import { MIGRATION_ADDRESS } from "../../model/migration/plan-move.ts";
import type { ArgumentChange, ResourceChange } from "../../model/types/migration.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeBlock, codeSpan, escapeMarkdown, escapePlain, inlineCode } from "../reference/markdown.ts";
import type { Interruption } from "./migration-interruptions.ts";
import { renderIds, renderOverview, things } from "./migration-overview-markdown.ts";
import type { MigrationPlan, PlannedStage, Rollback } from "./migration-plan.ts";
import { renderStanding } from "./migration-standing-markdown.ts";

/** Characters of a value that are shown; the whole one is in the diff of the Terraform JSON. */
const MAX_VALUE = 80;
/** Arguments that say nothing of IPv6. */
const LEFT_OUT = new Set(["tags", "lifecycle", "provider", "depends_on"]);

/** Migration plans as one Markdown text. */
export function renderMigrationPlans(plans: readonly MigrationPlan[]): string {
  return plans.map((plan) => renderPlan(plan).join("\n")).join("\n");
}

function renderPlan(plan: MigrationPlan): readonly string[] {
  return [
    `# Migration: ${plain(plan.stack)}`,
    "",
    ...renderOverview(plan.stages),
    ...renderStanding(plan),
    ...plan.stages.flatMap((stage, index) => renderStage(stage, index + 1)),
    ...END,
    ...renderIds(plan),
  ];
}

function renderStage(stage: PlannedStage, number: number): readonly string[] {
  const { imports } = stage;
  const adds = withoutMark(stage.adds);
  const changes = withoutMark(stage.changes);
  const removes = withoutMark(stage.removes);
  const isEmpty = [imports, adds, changes, removes].every((list) => list.length === 0);
  return [
    `## ${number}. ${stage.stage}: ${plain(stage.title)}${STATES[stage.state]}`,
    "",
    `${escapeMarkdown(escapeUnsafe(stage.why)).replace(/\.$/, "")}.`,
    "",
    ...(isEmpty ? ["It does nothing to this network; go through it all the same.", ""] : []),
    ...(imports.length === 0
      ? []
      : [`Imports ${things(imports.length)}, without changing them: their ids stand at the end.`, ""]),
    ...section("Makes", adds.map(renderAdded)),
    ...renderChanges(changes),
    ...section(
      "Destroys",
      removes.map(({ address }) => code(address)),
    ),
    ...section("Interrupts", stage.interruptions.map(renderInterruption)),
    ...(stage.state === "behind" ? [] : ["Apply:", "", ...codeBlock("sh", stage.commands), ""]),
    ...renderRollback(stage.rollback),
  ];
}

/** Without the resource that holds the stage itself: it is part of every plan. */
function withoutMark(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  return changes.filter(({ address }) => address !== MIGRATION_ADDRESS);
}

const STATES: Readonly<Record<PlannedStage["state"], string>> = {
  behind: " (behind)",
  here: " (here)",
  ahead: "",
};

function renderAdded({ address, arguments: all }: ResourceChange): string {
  const shown = all
    .filter(({ name, after }) => !LEFT_OUT.has(name) && after !== undefined)
    .map(({ name, after }) => code(`${name} = ${valueText(after)}`));
  return shown.length === 0 ? code(address) : `${code(address)}: ${shown.join(", ")}`;
}

function renderChanges(changes: readonly ResourceChange[]): readonly string[] {
  if (changes.length === 0) return [];
  const rows = changes.flatMap(({ address, arguments: changed }) =>
    changed.flatMap(spread).map((argument) => changedRow(address, argument)),
  );
  return ["Changes:", "", "| resource | argument | from | to |", "|---|---|---|---|", ...rows, ""];
}

/** Of a block only what differs in it, where it is known what was there. */
function spread(change: ArgumentChange): readonly ArgumentChange[] {
  const { name, before, after, mayBeThere } = change;
  if (mayBeThere === true || !isRecord(before) || !isRecord(after)) return [change];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((key) => ({ name: `${name}.${key}`, before: before[key], after: after[key] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function changedRow(address: string, { name, before, after, mayBeThere }: ArgumentChange): string {
  const cells = [address, name].map((text) => inlineCode(escapeUnsafe(text)));
  const value = (one: unknown) => (one === undefined ? "-" : inlineCode(escapeUnsafe(valueText(one))));
  const from = mayBeThere === true ? "as it is" : value(before);
  return `| ${[...cells, from, value(after)].join(" | ")} |`;
}

function renderLoss({ address, says }: Interruption): string {
  return `${code(address)}: ${says}`;
}

function renderInterruption({ address, says, facts }: Interruption): string {
  const sources = [...new Set(facts.flatMap(({ source }) => source.split("; ")))];
  const shown = sources.map((source) => (source.startsWith("https://") ? `<${source}>` : plain(source)));
  return `${code(address)}: ${says} (${shown.join("; ")})`;
}

function renderRollback({ to, destroys, forgets, makes, losses }: Rollback): readonly string[] {
  if (to === null) return FIRST;
  return [
    `Take it back: write ${code(`stage: ${to}`)} and run the same commands.`,
    "",
    ...section(
      "This destroys what the stage made",
      destroys.filter((address) => address !== MIGRATION_ADDRESS).map(code),
    ),
    ...section("Terraform forgets, and AWS keeps", forgets.map(code)),
    ...section("This makes again", makes.map(code)),
    ...section("And", losses.map(renderLoss)),
  ];
}

const END = [
  "## The end",
  "",
  "When the plan of the last stage is empty, take `migration` out of the blueprint: that plan destroys",
  "`terraform_data.migration`, which is no more than the mark, and nothing else. `network.vpc.existing` stays for good:",
  "without it the blueprint would decide arguments that it never did, and the next plan would replace things by their names.",
  "",
];

const FIRST = [
  "Take it back: nothing was changed, so there is nothing to take back in AWS. To let go of what was imported, run",
  "`terraform state rm` for each address. Never `terraform destroy`: it would destroy the network.",
  "",
];

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${title}:`, "", ...items.map((item) => `- ${item}`), ""];
}

/** A value of Terraform JSON in short; template syntax of Terraform's stands as it is. */
function valueText(value: unknown): string {
  const text = typeof value === "string" && value.startsWith("${") ? value : JSON.stringify(value);
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE)}…`;
}

function code(text: string): string {
  return codeSpan(escapeUnsafe(text));
}

/** Text of a blueprint as Markdown on one line. */
function plain(text: string): string {
  return escapePlain(escapeUnsafe(text.replace(/\s+/g, " ").trim()));
}
