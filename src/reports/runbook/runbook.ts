import type { Network } from "../../model/types/network.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { codeBlock, escapePlain, inlineCode } from "../reference/markdown.ts";
import { balancerSteps } from "./runbook-balancers.ts";
import { recordSteps, transitSteps } from "./runbook-edges.ts";
import { filterSteps } from "./runbook-filters.ts";
import { guestSteps } from "./runbook-guest.ts";
import { guestKinds } from "./runbook-guest-kinds.ts";
import { hostSteps } from "./runbook-hosts.ts";
import { networkSteps } from "./runbook-network.ts";
import { serviceSteps } from "./runbook-services.ts";
import type { Runbook, RunbookSection, RunbookStep, RunbookTable } from "./runbook-step.ts";

/** The runbooks as one Markdown text: what to run where, and what this very network must answer. */
export function renderRunbooks(networks: readonly Network[]): string {
  return networks.map((network) => renderRunbook(runbookOf(network))).join("\n");
}

/**
 * The runbooks as JSON: `{ version: 1, runbooks: [{ stack, description, region, sections: [{ title, where, steps:
 * [{ title, language, commands, expected, table }] }] }] }`. `expected` is Markdown, `table` may be null.
 */
export function renderRunbooksJson(networks: readonly Network[]): string {
  return `${stringifySafely({ version: 1, runbooks: networks.map(runbookOf) })}\n`;
}

/** The troubleshooting steps that apply to a network. The network must have passed the rules. @internal exported for its test */
export function runbookOf(network: Network): Runbook {
  const outside = (title: string, steps: readonly RunbookStep[]): RunbookSection => ({
    title,
    where: "aws-cli",
    steps,
  });
  const tiers = network.tiers.filter(({ addressing }) => hasFamily(addressing, "ipv6"));
  const guests = tiers.flatMap((tier) =>
    guestKinds(network, tier).map((kind): RunbookSection => {
      const os = kind.host.os ?? "an image of its own";
      const title = `On the hosts ${kind.names.join(", ")} in tier ${tier.name} (${os})`;
      return { title, where: "guest", steps: guestSteps(network, kind) };
    }),
  );
  const sections = [
    outside("The network", networkSteps(network)),
    outside("Filters", filterSteps(network)),
    outside("Hosts, from outside", hostSteps(network)),
    ...guests,
    outside("Load balancers", balancerSteps(network)),
    outside("Services", serviceSteps(network)),
    outside("Names", recordSteps(network)),
    outside("Ways to other networks", transitSteps(network)),
  ];
  const { name: stack, description, region } = network;
  return { stack, description, region, sections: sections.filter(({ steps }) => steps.length > 0) };
}

function renderRunbook({ stack, description, region, sections }: Runbook): string {
  return [
    `# Runbook: ${plain(stack)}`,
    "",
    description === "" ? `In ${plain(region)}.` : `In ${plain(region)}: ${plain(description)}`,
    "",
    "AWS CLI commands need read access to the account; run them in one shell, from the top: later steps use what",
    "earlier ones set. Blocks such as `<main /56>10::/64` are chosen by AWS at apply: what stands before",
    "the digits is the block that the first step shows. AWS's Reachability Analyzer takes IPv4 addresses only, so what",
    "decides about IPv6 is read here step by step.",
    "",
    ...sections.flatMap(renderSection),
  ].join("\n");
}

function renderSection({ title, where, steps }: RunbookSection): readonly string[] {
  const how = where === "guest" ? "Run these on the host." : "Run these where the AWS CLI is.";
  return [`## ${plain(title)}`, "", how, "", ...steps.flatMap(renderStep)];
}

function renderStep({ title, language, commands, expected, table }: RunbookStep): readonly string[] {
  return [
    `### ${plain(title)}`,
    "",
    ...codeBlock(language, commands.map(escapeUnsafe)),
    "",
    ...expected.map((sentence) => `- ${sentence}`),
    ...(expected.length > 0 ? [""] : []),
    ...(table === null ? [] : [...renderTable(table), ""]),
  ];
}

function renderTable({ columns, rows }: RunbookTable): readonly string[] {
  const cell = (text: string) => (text === "" ? "-" : inlineCode(escapeUnsafe(text)));
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), `|${"---|".repeat(columns.length)}`, ...rows.map((row) => line(row.map(cell)))];
}

/** Text of a blueprint as Markdown on one line. */
function plain(text: string): string {
  return escapePlain(escapeUnsafe(text.replace(/\s+/g, " ").trim()));
}
