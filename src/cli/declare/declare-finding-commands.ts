import type { Command } from "commander";
import type { Act, Flags } from "./act.ts";
import { blueprintsOption, common, outputOption, strictOption } from "./declared-options.ts";
import { type FindingFlags, findingOptions, findingOptionsOf } from "./finding-flags.ts";

/** `hextet validate`, `synth` and `check`. */
export function declareFindingCommands(program: Command, act: Act): void {
  findingOptions(program.command("validate [paths...]"))
    .description("say what is wrong with blueprints (files or folders)")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((paths: string[], { format = [], ...flags }: FindingFlags) =>
      act(flags, async (options, at) => {
        const { validate } = await import("../validate.ts");
        return validate(paths, options, findingOptionsOf(format, flags), at);
      }),
    );
  common(program.command("synth"))
    .description("write the Terraform JSON of every blueprint, as `npx cdktf synth` does")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((flags: Flags) =>
      act(flags, async (options, at) => {
        const { synth } = await import("../commands.ts");
        return synth(options, at);
      }),
    );
  findingOptions(program.command("check"))
    .description("validate, and say where the output folder is not what the blueprints say")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action(({ format = [], ...flags }: FindingFlags) =>
      act(flags, async (options, at) => {
        const { check } = await import("../check.ts");
        return check(options, findingOptionsOf(format, flags), at);
      }),
    );
}
