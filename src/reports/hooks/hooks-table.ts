import { builtInHooks, type HookFacts, type ProviderGap } from "../../aws/provider-gaps.ts";
import { describeGap } from "../../model/hooks/choose-hook.ts";
import { constraintFrom } from "../../model/hooks/constraint-from.ts";
import { nativeFrom } from "../../model/hooks/native-from.ts";
import type { HookChoice } from "../../model/types/hooks.ts";
import type { Network } from "../../model/types/network.ts";
import type { Colors } from "../colors.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { wrapLine } from "../wrap-line.ts";

const STATE_WIDTH = "removed".length;
/** Columns beside the names without which what is said of a hook stands below its name. */
const LEAST_BESIDE = 60;

/** The provider hooks of each stack with state, reason and gaps, for a terminal of so many columns. */
export function renderHooks(networks: readonly Network[], colors: Colors, columns: number): string {
  return networks.map((network) => renderStack(network, colors, columns)).join("\n");
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

function renderStack(
  { name, terraform, hooks, removedParts }: Network,
  colors: Colors,
  columns: number,
): string {
  const head = `${name} with AWS provider ${terraform.awsProviderVersion}`;
  const width = Math.max(...hooks.map(({ id }) => id.length));
  // Behind the names where there is room for what is said, else below them.
  const isNarrow = columns - width < LEAST_BESIDE;
  const hang = " ".repeat(isNarrow ? 6 : width + STATE_WIDTH + 6);
  const first = (id: string, state: string, reason: string) =>
    isNarrow
      ? [`  ${id}  ${state}`, `${hang}${reason}`]
      : [`  ${id.padEnd(width)}  ${state.padEnd(STATE_WIDTH)}  ${reason}`];
  const removed = removedParts.flatMap(({ hook, names }) =>
    first(hook, "removed", `the next apply undoes what it made for ${names.join(", ")}`),
  );
  const lines = [
    ...hooks.flatMap((choice) => [
      ...first(choice.id, choice.state, escapeUnsafe(choice.reason)),
      ...notesOf(choice).map((line) => colors.dim(`${hang}${escapeUnsafe(line)}`)),
    ]),
    ...removed,
  ];
  const wrapped = lines.flatMap((line) => wrapLine(line, columns, hang));
  return [...wrapLine(escapeUnsafe(head), columns).map(colors.bold), "", ...wrapped, ""].join("\n");
}

/** What is known of a hook. Where its gaps are decided in different ways, each says how. */
function notesOf({ gaps, parts }: HookChoice): readonly string[] {
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
  return [...told.map((gap) => `gap: ${gap}`), ...made, ...newer];
}

function describeClosing(gap: ProviderGap): string {
  return `${describeGap(gap)} (${gap.closedIn === null ? "open" : `closed in ${gap.closedIn}`})`;
}
