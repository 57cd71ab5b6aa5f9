import { escapeMarkdown } from "../../src/reports/reference/markdown.ts";
import type { Apply, System } from "../../test/support/systems.ts";

/** The page `docs/systems.md`. Every tier but the last is the same for all: the tests run over all committed stacks. */
export function renderSystemsPage(systems: readonly System[]): string {
  return [
    "<!-- Generated from test/support/systems.ts by `npm run generate`. Edits here are lost. -->",
    "",
    "# Systems",
    "",
    "Every architecture of the texts that Hextet was made from, as a blueprint that works today. [Corrections](corrections.md)",
    "has what the texts say, claim by claim.",
    "",
    "| blueprint | source idea | what changed since | validated | planned | mocked apply | applied |",
    "|---|---|---|---|---|---|---|",
    ...systems.map(row),
    "",
    "What the last columns mean, and which tests fill them:",
    "",
    "- **validated**: `terraform validate` with the real AWS provider (`test/terraform/blueprints.test.ts`, in CI).",
    "- **planned**: a real `terraform plan` with that provider, without AWS: creations only (the same file, in CI).",
    "- **mocked apply**: plan, apply and an empty second plan under `terraform test` with a mocked provider",
    "  (`test/terraform/mocked.test.ts`, in CI).",
    "- **applied**: plan, apply, an empty second plan, destroy and nothing left, with the real provider on an emulator of",
    "  AWS. *in CI*: with assertions on what the API then shows, in `test/apply/`. *on demand*: by",
    "  `npm run test:apply -- --all`. An emulator shows the wiring, not AWS's judgement: no stack here was applied to AWS.",
    "",
    ...notesOf(systems),
  ].join("\n");
}

function row({ name, source, changed, apply }: System): string {
  const link = `[\`${name}\`](../blueprints/${name}.yaml)`;
  const cells = [
    link,
    escapeMarkdown(source),
    escapeMarkdown(changed),
    "yes",
    "yes",
    "yes",
    appliedWord(apply),
  ];
  return `| ${cells.join(" | ")} |`;
}

function appliedWord(apply: Apply): string {
  if ("ci" in apply) return `[in CI](../test/apply/${apply.ci})`;
  if ("not" in apply) return "no";
  return apply.without === undefined ? "on demand" : "on demand, in part";
}

function notesOf(systems: readonly System[]): readonly string[] {
  const notes = systems.flatMap(({ name, apply }) => {
    if ("ci" in apply) return [];
    if ("not" in apply) return [`- \`${name}\` is not applied: ${escapeMarkdown(apply.not)}.`];
    return Object.entries(apply.without ?? {}).map(
      ([type, why]) => `- \`${name}\` is applied without its \`${type}\`: ${escapeMarkdown(why)}.`,
    );
  });
  return notes.length === 0 ? [] : ["Where the emulator stops:", "", ...notes, ""];
}
