import { type Command, Option } from "commander";
import type { DiffFormat } from "../diff.ts";
import type { Act, Flags } from "./act.ts";
import { blueprintsOption, common, outputOption, strictOption } from "./declared-options.ts";
import { takesOneOf } from "./one-of.ts";

/** `hextet diff`, `hextet compare` and `hextet plan check`. */
export function declareChangeCommands(program: Command, act: Act): void {
  declareDiff(program, act);
  declareCompare(program, act);
  declarePlanCheck(program, act);
}

type DiffFlags = Omit<Flags, "format"> & { readonly format: DiffFormat; readonly allow?: readonly string[] };

function declareDiff(program: Command, act: Act): void {
  // Not `common`: this one has a format more.
  program
    .command("diff [base]")
    .description(
      "say what the blueprints change in AWS against a commit or an output folder (default: where the branch began)",
    )
    .addOption(
      takesOneOf(new Option("-f, --format <format>", "for people, for programs, or for a comment"), [
        "pretty",
        "json",
        "markdown",
      ]).default("pretty"),
    )
    .option("--allow <address...>", "resources, or stacks, that may lose what they hold")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes")
    .action((base: string | undefined, { format, allow = [], ...flags }: DiffFlags) =>
      act(flags, async (options, at) => {
        const { diff } = await import("../diff.ts");
        return diff(base, { ...options, format, allow }, at);
      }),
    );
}

function declareCompare(program: Command, act: Act): void {
  common(program.command("compare <blueprint> <other>"))
    .description("say what two blueprints, or two environments of one, make that is not the same")
    .addOption(strictOption())
    .action((blueprint: string, other: string, flags: Flags) =>
      act(flags, async (options, at) => {
        const { compare } = await import("../compare.ts");
        return compare([blueprint, other], options, at);
      }),
    );
}

type PlanFlags = Flags & {
  readonly plan: string;
  readonly base?: string;
  readonly allow?: readonly string[];
};

function declarePlanCheck(program: Command, act: Act): void {
  const plan = program
    .command("plan")
    .description("hold a Terraform plan against what was reviewed")
    .helpCommand(false);
  common(plan.command("check <stack>"))
    .description("fail when a Terraform plan destroys or replaces what the review did not show")
    .requiredOption("--plan <file>", "the plan, as `terraform show -json` tells it; - reads standard input")
    .option(
      "--base <base>",
      "the commit or output folder that the review compared with (default: as for diff)",
    )
    .option("--allow <address...>", "resources that may lose what they hold")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption())
    .action((stack: string, flags: PlanFlags) =>
      act(flags, async (options, at) => {
        const { planCheck } = await import("../plan-check.ts");
        const { plan: file, base, allow = [] } = flags;
        return planCheck(stack, { ...options, plan: file, base, allow }, at);
      }),
    );
}
