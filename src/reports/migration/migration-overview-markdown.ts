import { MIGRATION_ADDRESS } from "../../model/migration/plan-move.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeSpan, escapePlain } from "../reference/markdown.ts";
import type { MigrationPlan, PlannedStage } from "./migration-plan.ts";

/** All stages on one screen: what each does, whom it interrupts, and what the way back takes. */
export function renderOverview(stages: readonly PlannedStage[]): readonly string[] {
  const rows = stages.map((stage, index) =>
    [`${index + 1}`, codeSpan(stage.stage), whatOf(stage), interruptionOf(stage), wayBackOf(stage)].join(
      " | ",
    ),
  );
  return [
    "| | stage | what it does | interrupts | way back |",
    "|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
    "",
  ];
}

/** Every id that is imported, for who looks one up: last, for there are many. */
export function renderIds({ stages }: MigrationPlan): readonly string[] {
  const imports = stages.flatMap((stage) => stage.imports);
  if (imports.length === 0) return [];
  return [
    "## Ids of what is imported",
    "",
    ...imports.map(({ address, id }) => `- ${code(address)} is ${code(id)}`),
    "",
  ];
}

/** Such as `1 resource` or `12 resources`. */
export function things(count: number): string {
  return count === 1 ? "1 resource" : `${count} resources`;
}

const STATES: Readonly<Record<PlannedStage["state"], string>> = {
  behind: " Behind.",
  here: " Here.",
  ahead: "",
};

function whatOf({ title, imports, adds, changes, removes, state }: PlannedStage): string {
  const counts = [
    counted(imports, "imports"),
    counted(adds, "makes"),
    counted(changes, "changes"),
    counted(removes, "destroys"),
  ].filter((text) => text !== "");
  const does = counts.length === 0 ? "nothing to do here" : counts.join(", ");
  return `${plain(title)}: ${does}.${STATES[state]}`;
}

/** The mark that holds the stage is of every plan. */
function counted(list: readonly { readonly address: string }[], word: string): string {
  const count = list.filter(({ address }) => address !== MIGRATION_ADDRESS).length;
  return count === 0 ? "" : `${word} ${count}`;
}

function interruptionOf({ interruptions }: PlannedStage): string {
  if (interruptions.length === 0) return "nothing known";
  const addresses = [...new Set(interruptions.map(({ address }) => address))];
  const [first = ""] = addresses;
  return addresses.length === 1 ? code(first) : `${code(first)} and ${addresses.length - 1} more`;
}

function wayBackOf({ rollback }: PlannedStage): string {
  if (rollback.to === null) return "nothing to take back";
  const destroyed = rollback.destroys.filter((address) => address !== MIGRATION_ADDRESS).length;
  const losses = rollback.losses.length === 0 ? "" : `; ${things(rollback.losses.length)} not as before`;
  return destroyed === 0 && losses === "" ? "as it was" : `destroys ${destroyed}${losses}`;
}

function code(text: string): string {
  return codeSpan(escapeUnsafe(text)).replaceAll("|", "\\|");
}

function plain(text: string): string {
  return escapePlain(escapeUnsafe(text.replace(/\s+/g, " ").trim()));
}
