import { builtInHooks, type HookFacts, type ProviderGap } from "../aws/provider-gaps.ts";
import { describeGap } from "../model/hooks/choose-hook.ts";
import type { HookChoice } from "../model/types/hooks.ts";
import type { Network } from "../model/types/network.ts";
import type { Colors } from "./colors.ts";
import { inlineCode } from "./markdown.ts";
import { stringifySafely } from "./render-findings.ts";
import { escapeUnsafe } from "./terminal-text.ts";

/** The provider hooks of each stack with state, reason and gaps, for a terminal. */
export function renderHooks(
  networks: readonly Network[],
  userHooks: readonly HookFacts[],
  colors: Colors,
): string {
  return networks.map((network) => renderStack(network, userHooks, colors)).join("\n");
}

/**
 * The provider hooks as JSON: `{ version: 1, stacks: [{ stack, awsProviderVersion, hooks: [{ id, state, reason, title,
 * gaps: [{ resource, argument, condition, closedIn, upstream }] }] }] }`.
 */
export function renderHooksJson(networks: readonly Network[], userHooks: readonly HookFacts[]): string {
  const stacks = networks.map(({ name, terraform, hooks }) => ({
    stack: name,
    awsProviderVersion: terraform.awsProviderVersion,
    hooks: hooks.map(({ id, state, reason }) => {
      const { title = "", gaps = [] } = factsOf(id, userHooks) ?? {};
      return { id, state, reason, title, gaps };
    }),
  }));
  return `${stringifySafely({ version: 1, stacks })}\n`;
}

/** The gaps of Hextet's own hooks as a Markdown table. */
export function renderGapTable(): string {
  const rows = builtInHooks.flatMap((hook) => {
    const { gaps }: HookFacts = hook;
    return gaps.map((gap) => gapRow(hook.id, gap));
  });
  return [
    "| hook | what the provider cannot say | closed in | upstream |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function gapRow(id: string, gap: ProviderGap): string {
  const closed =
    gap.closedIn === null ? "open in 5.100, closed in no version known" : `provider ${gap.closedIn}`;
  return `| \`${id}\` | ${inlineCode(describeGap(gap))} | ${closed} | <${gap.upstream}> |`;
}

function renderStack(
  { name, terraform, hooks }: Network,
  user: readonly HookFacts[],
  colors: Colors,
): string {
  const head = `${name} with AWS provider ${terraform.awsProviderVersion}`;
  const width = Math.max(...hooks.map(({ id }) => id.length));
  const lines = hooks.flatMap((choice) => renderHook(choice, factsOf(choice.id, user), width, colors));
  return [colors.bold(escapeUnsafe(head)), "", ...lines, ""].join("\n");
}

function renderHook(
  { id, state, reason }: HookChoice,
  facts: HookFacts | undefined,
  width: number,
  colors: Colors,
): readonly string[] {
  const gaps = (facts?.gaps ?? []).map(
    (gap) => `gap: ${describeGap(gap)} (${gap.closedIn === null ? "open" : `closed in ${gap.closedIn}`})`,
  );
  return [
    `  ${id.padEnd(width)}  ${state.padEnd("native".length)}  ${escapeUnsafe(reason)}`,
    ...gaps.map((gap) => colors.dim(`  ${" ".repeat(width)}          ${escapeUnsafe(gap)}`)),
  ];
}

function factsOf(id: string, userHooks: readonly HookFacts[]): HookFacts | undefined {
  const all: readonly HookFacts[] = [...builtInHooks, ...userHooks];
  return all.find((hook) => hook.id === id);
}
