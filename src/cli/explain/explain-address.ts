import { join } from "node:path";
import { didYouMean } from "../../base/did-you-mean.ts";
import { readStackOutput } from "../../change/read-stack-output.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { type Origin, originOf, renderOrigins, renderOriginsJson } from "../../reports/pointers/origin.ts";
import { type Options, synthOf } from "../commands.ts";
import { type CompiledAt, compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { readTree } from "../plan-output.ts";
import { readBlueprints } from "../read-blueprints.ts";
import { showFindings } from "../show-findings.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import type { Terminal } from "../terminal.ts";

/** `hextet explain aws_subnet.app_a`: the stack that has the resource, and the line of the blueprint that it comes from. */
export async function explainAddress(
  address: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const compiled = await compileAt([options.blueprints], false);
  const errors = compiled.findings.filter(({ severity }) => severity === "error");
  showFindings(errors, terminal);
  const stacks = await addressesOf(compiled, terminal);
  const bare = address.replace(/\[.*$/, "");
  const origins = [...stacks].flatMap(([stack, all]) =>
    all.includes(bare) ? originsIn(stack, bare, compiled, options) : [],
  );
  if (origins.length === 0) {
    const hint = didYouMean(bare, [...stacks.values()].flat(), `it is none of ${options.blueprints}/`);
    terminal.err(`hextet: no stack has ${escapeUnsafe(bare)}: ${hint}\n`);
    return errors.length > 0 ? exitCodes.findings : exitCodes.usage;
  }
  if (options.format === "json") terminal.out(renderOriginsJson(origins));
  else terminal.show(renderOrigins(origins, terminal.columns));
  return errors.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function addressesOf(
  compiled: CompiledAt,
  terminal: Terminal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const synth = await synthOf(compiled, terminal);
  return inTemporaryFolder((folder) => {
    synth(join(folder, "generated"));
    return new Map(
      readTree(join(folder, "generated")).flatMap(({ path, bytes }) => {
        const name = /^stacks\/([^/]+)\/cdk\.tf\.json$/.exec(path)?.[1];
        const stack = name === undefined ? null : readStackOutput(name, bytes.toString("utf8"));
        return stack === null
          ? []
          : [[stack.name, [...stack.resources.keys(), ...stack.data.keys()]] as const];
      }),
    );
  });
}

function originsIn(
  stack: string,
  address: string,
  { files }: CompiledAt,
  { blueprints }: Options,
): readonly Origin[] {
  const found = readBlueprints([blueprints]).files.find(({ file }) => file === files.get(stack));
  return found === undefined ? [] : [originOf(address, stack, found)];
}
