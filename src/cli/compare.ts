import { join } from "node:path";
import { hasErrors } from "../base/diagnostic.ts";
import { type SideBySide, sideBySide } from "../change/side-by-side.ts";
import type { StackOutput } from "../change/types.ts";
import { renderSideBySide } from "../reports/changes/side-by-side-text.ts";
import { amount, exitCodeOf, type Options, synthOf } from "./commands.ts";
import { type CompiledAt, compileAt } from "./compile-at.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { stacksIn, textsIn } from "./output-sides.ts";
import { showFindings } from "./show-findings.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `hextet compare`: what two blueprints, or two environments of one, make that is not the same. Each path names one
 * stack: `shop.yaml`, or `shop.yaml#staging`.
 */
export async function compare(
  paths: readonly [string, string],
  options: Pick<Options, "format" | "strict">,
  terminal: Terminal,
): Promise<ExitCode> {
  const stacks: StackOutput[] = [];
  for (const path of paths) {
    const compiled = await compileAt([path], options.strict);
    showFindings(
      compiled.findings.filter(({ severity }) => severity === "error"),
      terminal,
    );
    if (hasErrors(compiled.findings)) return exitCodeOf(compiled.findings);
    const found = await stacksOf(compiled, terminal);
    const [only] = found;
    if (only === undefined || found.length > 1) {
      const names = found.map(({ name }) => JSON.stringify(name)).join(", ");
      const hint = "name one environment, as in shop.yaml#staging, or one file";
      terminal.err(
        `hextet: ${JSON.stringify(path)} is ${amount(found.length, "stack")} (${names}): ${hint}\n`,
      );
      return exitCodes.usage;
    }
    stacks.push(only);
  }
  const [first, second] = stacks;
  if (first !== undefined && second !== undefined) show(sideBySide(first, second), options.format, terminal);
  return exitCodes.clean;
}

async function stacksOf(compiled: CompiledAt, terminal: Terminal): Promise<readonly StackOutput[]> {
  const synth = await synthOf(compiled, terminal);
  return inTemporaryFolder((folder) => {
    synth(join(folder, "generated"));
    return stacksIn(textsIn(join(folder, "generated")));
  });
}

function show(found: SideBySide, format: Options["format"], terminal: Terminal): void {
  if (format === "json") terminal.out(`${JSON.stringify({ version: 1, ...found }, null, 2)}\n`);
  else terminal.show(renderSideBySide(found, terminal.outColors, terminal.columns));
}
