import { STAGES } from "../../model/types/migration.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeSpan, escapePlain } from "../reference/markdown.ts";
import type { MigrationPlan } from "./migration-plan.ts";
import type { MigrationStanding, ResizedInstance, RuleWithoutTwin } from "./migration-standing.ts";

const ORDER = [
  "The stages are applied one at a time, in this order; each waits until the plan after it is empty. They are cumulative:",
  "what a stage brings stays. Changes outside, and changes of the blueprint beside `migration.stage`, belong in an apply",
  "of their own.",
  "",
];

/** What stands above the stages: where the migration is, and what stands between the network and IPv6. */
export function renderStanding(plan: MigrationPlan): readonly string[] {
  const { standing } = plan;
  return [
    `${whereIs(plan)} The VPC is ${plan.vpc === null ? "made by the stack" : code(plan.vpc)}, in ${code(plan.region)}.`,
    "",
    ...ORDER,
    ...list(
      "## Rules for IPv4 without a rule for IPv6",
      "What they let through over IPv4 stays shut over IPv6. Write the rule, or accept the finding with the reason: the stage `security` is refused before.",
      standing.rulesWithoutTwin.map(renderRule),
    ),
    ...list(
      "## Instance types on the way",
      "Types without IPv6 take no address; they change in the stage `instance-types`.",
      standing.instanceTypes.map(renderResize),
    ),
    ...list(
      "## Hosts on Xen",
      "They have IPv6 in dual-stack subnets, but their metadata service has none, and they do not start in IPv6-only subnets.",
      standing.xenHosts.map(({ path, instanceType }) => `${code(path)}: ${code(instanceType)}`),
    ),
    ...references(standing),
  ];
}

function whereIs({ stage, blueprint }: MigrationPlan): string {
  const file = code(blueprint);
  if (stage === null)
    return `${file} has no \`migration\`: it describes the target, with all stages behind it.`;
  const number = STAGES.indexOf(stage) + 1;
  return `${file} stands at stage ${number} of ${STAGES.length}, ${code(stage)}.`;
}

function references({ references: foreign }: MigrationStanding): readonly string[] {
  return list(
    "## Managed outside this stack",
    "These stay with their owners; only additions are made to them, and their owners' next apply must leave these alone.",
    foreign.map(({ address, id }) => `${code(address)} is ${code(id)}`),
  );
}

function renderRule({ path, message, accepted }: RuleWithoutTwin): string {
  const reason = accepted === null ? "" : ` Accepted: ${plain(accepted)}`;
  return `${code(path)}: ${plain(message)}.${reason}`;
}

function renderResize({ instance, before, ipv6, target }: ResizedInstance): string {
  const can = { yes: "has IPv6", no: "has no IPv6", unknown: "is not known here" }[ipv6];
  return `${code(instance)}: from ${code(before)}, which ${can}, to ${code(target)}`;
}

function list(title: string, words: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, "", words, "", ...items.map((item) => `- ${item}`), ""];
}

function code(text: string): string {
  return codeSpan(escapeUnsafe(text));
}

function plain(text: string): string {
  return escapePlain(escapeUnsafe(text.replace(/\s+/g, " ").trim()));
}
