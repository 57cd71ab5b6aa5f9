import type { Command } from "commander";
import type { Act, Flags } from "./act.ts";
import { anyCommand, blueprintsOption, common, strictOption } from "./declared-options.ts";

/** `hextet explain`, `addresses`, `expand`, `hooks`, `runbook` and `schema`. */
export function declareShowingCommands(program: Command, act: Act): void {
  declareExplain(program, act);
  common(program.command("addresses [paths...]"))
    .description("show the address plan: every subnet with its blocks, default routes and DNS64")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { addresses } = await import("../commands.ts");
        return addresses(paths, options, at);
      }),
    );
  declareExpand(program, act);
  declareFmt(program, act);
  declareHooks(program, act);
  declareRunbook(program, act);
  declareSchema(program, act);
}

function declareExplain(program: Command, act: Act): void {
  const command = common(program.command("explain [what]"))
    .description(
      "say what a rule, a key (network.subnets.app.slot) or a resource (aws_subnet.app_a) is about",
    )
    .option("--list", "list all rules")
    .addOption(blueprintsOption());
  command.action((what: string | undefined, flags: Flags) => {
    if (what === undefined && flags.list !== true) command.error("which rule? --list shows all");
    const word = flags.list === true ? null : (what ?? null);
    return act(flags, async (options, at) => {
      const { explain } = await import("../explain/explain.ts");
      return explain(word, options, at);
    });
  });
}

function declareExpand(program: Command, act: Act): void {
  common(program.command("expand [paths...]"))
    .description("print the blueprint with every default written out and marked")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { expandAll } = await import("../commands.ts");
        return expandAll(paths, options, at);
      }),
    );
}

function declareFmt(program: Command, act: Act): void {
  anyCommand(program.command("fmt [paths...]"))
    .description("write blueprints in one form: quotes where YAML needs them; comments stay")
    .option("--check", "write nothing, name the files that are in another form, and exit with 1")
    .addOption(blueprintsOption())
    .action((paths: string[], flags: Flags & { readonly check?: boolean }) =>
      act(flags, async (options, at) => {
        const { formatFiles } = await import("../format-files.ts");
        return formatFiles(paths, flags.check ?? false, options, at);
      }),
    );
}

function declareHooks(program: Command, act: Act): void {
  common(program.command("hooks [paths...]"))
    .description("show the provider hooks: what the AWS provider cannot say, and who says it instead")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { hooks } = await import("../commands.ts");
        return hooks(paths, options, at);
      }),
    );
}

function declareRunbook(program: Command, act: Act): void {
  common(program.command("runbook [paths...]"))
    .description("print what to run when the network does not work, and what it must answer (Markdown)")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { runbook } = await import("../commands.ts");
        return runbook(paths, options, at);
      }),
    );
}

function declareSchema(program: Command, act: Act): void {
  program
    .command("schema")
    .description("print the JSON Schema of blueprints, for editors")
    .option("--path", "print the path of its file instead")
    .option("--no-color", "no colours (there are none)")
    .option("--verbose", "say how long each step takes")
    .action((flags: Flags & { readonly path?: boolean }) =>
      act(flags, async (_, at) => {
        const { printSchema } = await import("../print-schema.ts");
        return printSchema(flags.path ?? false, at);
      }),
    );
}
