import { builtInHooks, type HookFacts, type ProviderGap } from "../../src/aws/provider-gaps.ts";
import { describeGap } from "../../src/model/hooks/choose-hook.ts";
import { inlineCode } from "../../src/reports/reference/markdown.ts";

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
