import { builtInHooks, type HookFacts, type ProviderGap } from "../../aws/provider-gaps.ts";
import { describeGap } from "../../model/hooks/choose-hook.ts";
import { constraintFrom } from "../../model/hooks/constraint-from.ts";
import { nativeFrom } from "../../model/hooks/native-from.ts";
import type { HookChoice } from "../../model/types/hooks.ts";
import type { Network } from "../../model/types/network.ts";
import type { Colors } from "../colors.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";

/** The provider hooks of each stack with state, reason and gaps, for a terminal. */
export function renderHooks(networks: readonly Network[], colors: Colors): string {
  return networks.map((network) => renderStack(network, colors)).join("\n");
}

/**
 * The provider hooks as JSON: `{ version: 1, stacks: [{ stack, awsProviderVersion, hooks: [{ id, state, reason, title,
 * gaps: [{ resource, argument, condition, closedIn, upstream, state, reason }], parts, nativeFrom }], removed: [{ hook,
 * names }] }] }`. `nativeFrom` is the first provider version that does what the hook does; null: none, or no hook does.
 */
export function renderHooksJson(networks: readonly Network[], userHooks: readonly HookFacts[]): string {
  const titles = new Map([...builtInHooks, ...userHooks].map(({ id, title }) => [id, title]));
  const stacks = networks.map(({ name, terraform, hooks, removedParts }) => ({
    stack: name,
    awsProviderVersion: terraform.awsProviderVersion,
    hooks: hooks.map(({ id, state, reason, gaps, parts }) => {
      const ownGaps = gaps.map((one) => ({ ...one.gap, state: one.state, reason: one.reason }));
      return {
        id,
        state,
        reason,
        title: titles.get(id) ?? "",
        gaps: ownGaps,
        parts,
        nativeFrom: nativeFrom(gaps),
      };
    }),
    removed: removedParts.map(({ hook, names }) => ({ hook, names })),
  }));
  return `${stringifySafely({ version: 1, stacks })}\n`;
}

function renderStack({ name, terraform, hooks, removedParts }: Network, colors: Colors): string {
  const head = `${name} with AWS provider ${terraform.awsProviderVersion}`;
  const width = Math.max(...hooks.map(({ id }) => id.length));
  const removed = removedParts.map(
    ({ hook, names }) =>
      `  ${hook.padEnd(width)}  removed  the next apply undoes what it made for ${names.join(", ")}`,
  );
  const lines = [...hooks.flatMap((choice) => renderHook(choice, width, colors)), ...removed];
  return [colors.bold(escapeUnsafe(head)), "", ...lines, ""].join("\n");
}

/** Where the gaps of a hook are decided in different ways, each says how. */
function renderHook(
  { id, state, reason, gaps, parts }: HookChoice,
  width: number,
  colors: Colors,
): readonly string[] {
  const isSplit = new Set(gaps.filter((one) => one.state !== "unused").map((one) => one.state)).size > 1;
  const told = isSplit
    ? gaps.map((one) => `${describeClosing(one.gap)}: ${one.state}`)
    : gaps.map(({ gap }) => describeClosing(gap));
  const made = parts.length === 0 ? [] : [`for: ${parts.join(", ")}`];
  const version = nativeFrom(gaps);
  const newer =
    version === null
      ? []
      : [`native: possible with terraform.awsProvider.version ${constraintFrom(version)}`];
  return [
    `  ${id.padEnd(width)}  ${state.padEnd("removed".length)}  ${escapeUnsafe(reason)}`,
    ...[...told.map((gap) => `gap: ${gap}`), ...made, ...newer].map((line) =>
      colors.dim(`  ${" ".repeat(width)}           ${escapeUnsafe(line)}`),
    ),
  ];
}

function describeClosing(gap: ProviderGap): string {
  return `${describeGap(gap)} (${gap.closedIn === null ? "open" : `closed in ${gap.closedIn}`})`;
}
