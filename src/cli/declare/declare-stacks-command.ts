import { type Command, InvalidArgumentError, Option } from "commander";
import { STACK_FORMATS, type StackFormat, type StacksOptions } from "../stacks/stacks.ts";
import type { Act, Flags } from "./act.ts";
import { anyCommand, blueprintsOption, outputOption, strictOption } from "./declared-options.ts";
import { type FormatTarget, formatTarget } from "./format-target.ts";

interface StacksFlags extends Omit<Flags, "format"> {
  readonly format?: FormatTarget<StackFormat>;
  readonly affected?: string;
  readonly wave?: number;
  readonly jobs?: number;
  readonly check?: boolean;
}

/** These say how all stacks stand to each other. */
const WHOLE: readonly StackFormat[] = ["terramate", "atlantis", "hcp"];

/** `hextet stacks`. */
export function declareStacksCommand(program: Command, act: Act): void {
  const formats = new Option(
    "-f, --format <format[=file]>",
    "for people or for programs (default: text)",
  ).choices(STACK_FORMATS);
  const command: Command = anyCommand(program.command("stacks"))
    .description(
      "list the stacks in the order in which they are applied, for people and for what runs Terraform",
    )
    .addOption(formats.argParser((value: string) => formatTarget(value, STACK_FORMATS)))
    .option(
      "--affected <base>",
      "only stacks that are not as in this commit or output folder, and those after them",
    )
    .addOption(new Option("--wave <number>", "only stacks of this wave, from 1").argParser(countOf))
    .addOption(
      new Option("--jobs <count>", "for a matrix: at most so many jobs, each with several stacks").argParser(
        countOf,
      ),
    )
    .option("--check", "write nothing, and fail when a file is not what would be written")
    .addOption(blueprintsOption())
    .addOption(outputOption())
    .addOption(strictOption());
  command.action((flags: StacksFlags) => {
    const { format, affected, wave, jobs, check, ...rest } = flags;
    const chosen = {
      ...(format ?? ({ format: "text", file: null } as const)),
      affected: affected ?? null,
      wave: wave ?? null,
      jobs: jobs ?? null,
      isCheck: check ?? false,
    };
    const mistake = mistakeIn(chosen);
    if (mistake !== null) command.error(mistake);
    return act(rest, async ({ blueprints, output, strict }, at) => {
      const { stacks } = await import("../stacks/stacks.ts");
      return stacks({ blueprints, output, strict, ...chosen }, at);
    });
  });
}

/** Null: the flags go together. */
function mistakeIn(options: Omit<StacksOptions, "blueprints" | "output" | "strict">): string | null {
  const { format, file, affected, wave, jobs, isCheck } = options;
  if (WHOLE.includes(format) && (affected !== null || wave !== null))
    return `${format} is written for all stacks: leave --affected and --wave out`;
  if (format === "terramate" && file !== null)
    return "terramate has a file in the folder of each stack: name none";
  if (jobs !== null && format !== "matrix") return "--jobs is for -f matrix";
  if (isCheck && format !== "terramate" && file === null)
    return `which file is to be checked? -f ${format}=FILE --check`;
  return null;
}

function countOf(value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError("It is a whole number from 1 to 9999.");
  return Number(value);
}
