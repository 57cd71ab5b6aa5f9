import type { Command } from "commander";
import type { Act, Flags } from "./act.ts";
import { blueprintsOption, common, outputOption, strictOption } from "./declared-options.ts";

/** `hextet migrate plan` and `hextet migrate check`. */
export function declareMigrateCommands(program: Command, act: Act): void {
  const migrate = program
    .command("migrate")
    .description("bring an existing VPC to IPv6, stage by stage")
    .helpCommand(false);
  common(migrate.command("plan [paths...]"))
    .description("tell all stages in advance: what each does, interrupts and takes to undo (Markdown)")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((paths: string[], flags: Flags) =>
      act(flags, async (options, at) => {
        const { migratePlan } = await import("../migrate.ts");
        return migratePlan(paths, options, at);
      }),
    );
  common(migrate.command("check <blueprint>"))
    .description("fail when a Terraform plan destroys or replaces what its stage does not announce")
    .requiredOption("--plan <file>", "the plan, as `terraform show -json` tells it; - reads standard input")
    .addOption(strictOption())
    .action((blueprint: string, flags: Flags) =>
      act(flags, async (options, at) => {
        const { migrateCheck } = await import("../migrate.ts");
        return migrateCheck(blueprint, flags.plan ?? "-", options, at);
      }),
    );
}
