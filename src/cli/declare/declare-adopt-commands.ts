import type { Command } from "commander";
import type { AdoptOptions } from "../adopt/adopt.ts";
import type { Act, Flags } from "./act.ts";
import { common } from "./declared-options.ts";
import { helpText } from "./help-text.ts";
import { nameMistake } from "./name-mistake.ts";
import { regionMistake } from "./region-mistake.ts";

interface AdoptFlags extends Flags {
  readonly vpc?: string;
  readonly region?: string;
  readonly name?: string;
  readonly removed?: string;
  readonly sameState?: boolean;
  readonly force?: boolean;
}

/** `hextet adopt` and `hextet adopt check`. */
export function declareAdoptCommands(program: Command, act: Act): void {
  const command: Command = program
    .command("adopt")
    .description(
      "take over the VPC of another Terraform configuration: a blueprint, and blocks that hand it over",
    )
    .option(
      "--plan <file>",
      "the configuration's plan, as `terraform show -json` tells it; - reads standard input",
    )
    .option("--vpc <id>", "the VPC, where there are several")
    .option("--region <region>", "ask AWS, in this region, for the ids of rules that a state does not hold")
    .option("--name <name>", "the blueprint's name (default: the VPC's)")
    .option("--output <file>", "where to write the blueprint (default: blueprints/<name>.yaml)")
    .option(
      "--removed <file>",
      "where to write the blocks for the old configuration (default: <name>-removed.tf.json)",
    )
    .option(
      "--same-state",
      "the stack takes the configuration's place in its state: moved blocks beside the blueprint",
    )
    .option("--force", "write over files that are there")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes")
    .addHelpText("after", helpText(HELP))
    .helpCommand(false);
  command.action((flags: AdoptFlags) => {
    const options = adoptOptions(flags);
    if (typeof options === "string") command.error(options);
    return act(flags, async (_, at) => {
      const { adopt } = await import("../adopt/adopt.ts");
      return adopt(options, at);
    });
  });
  declareCheck(command, act);
}

interface CheckFlags extends Flags {
  readonly new: string;
  readonly old?: string;
  readonly sameState?: boolean;
  readonly allow?: readonly string[];
}

function declareCheck(adopt: Command, act: Act): void {
  const check: Command = common(adopt.command("check"))
    .description("fail when the plans of a handover destroy, lose, change or share anything")
    .option("--plan <file>", "the plan that was adopted from, as `terraform show -json` tells it")
    .option("--old <file>", "the plan of the old configuration as it is to be")
    .requiredOption("--new <file>", "the plan of the new stack")
    .option("--same-state", "there is no old plan: the new stack has the state")
    .option("--allow <address...>", "resources that nobody is to manage any more");
  check.action(() => {
    // Commander gives an option that both have to `adopt`, wherever it stands.
    const flags: CheckFlags = check.optsWithGlobals();
    const { plan, old, allow = [], sameState = false } = flags;
    if (plan === undefined) return check.error("held against what? --plan <file>, what was adopted from");
    if (sameState === (old !== undefined))
      check.error("which states? --old <file> with the old configuration's plan, or --same-state");
    return act(flags, async ({ format }, at) => {
      const { adoptCheck } = await import("../adopt/adopt-check.ts");
      return adoptCheck({ plan, old: old ?? null, new: flags.new, allow, format }, at);
    });
  });
}

/** What the flags mean, or what is wrong with them. */
function adoptOptions(flags: AdoptFlags): AdoptOptions | string {
  const { plan, vpc, region, name, output, removed, sameState = false, force = false } = flags;
  if (plan === undefined) return "adopt from what? --plan <file>, what `terraform show -json` says of a plan";
  if (vpc !== undefined && !/^vpc-[0-9a-f]+$/.test(vpc))
    return `--vpc ${JSON.stringify(vpc)}: the id of a VPC is vpc- with digits and letters a to f behind it`;
  const mistake = name === undefined ? null : nameMistake("--name", name);
  if (mistake !== null) return mistake;
  const elsewhere = region === undefined ? null : regionMistake("--region", region);
  if (elsewhere !== null) return elsewhere;
  if (sameState && removed !== undefined)
    return "with --same-state there is no old configuration for --removed";
  const unread = fileMistake(flags);
  if (unread !== null) return unread;
  const orNull = (text: string | undefined) => text ?? null;
  return {
    plan,
    vpcId: orNull(vpc),
    region: orNull(region),
    name: orNull(name),
    output: orNull(output),
    removed: orNull(removed),
    sameState,
    force,
  };
}

/** What would be written and read by nobody. */
function fileMistake({ removed, output }: AdoptFlags): string | null {
  if (removed !== undefined && !removed.endsWith(".tf.json"))
    return `--removed ${JSON.stringify(removed)}: Terraform reads JSON from files that end with .tf.json alone`;
  if (output !== undefined && !/\.ya?ml$/.test(output))
    return `--output ${JSON.stringify(output)}: a blueprint ends with .yaml or .yml`;
  return null;
}

const HELP = `
Two states (the usual case): the old configuration gets removed blocks, which forget without destroying, and the stack's import
blocks take the same resources over. One state (--same-state): the stack replaces the whole old configuration in its backend, and
moved blocks rename what is there. Nothing is written over, nothing in AWS is touched, and the steps stand on stdout.

Examples:
  $ terraform plan -out=old.tfplan && terraform show -json old.tfplan > plan.json
  $ hextet adopt --plan plan.json --name shop
  $ hextet adopt check --plan plan.json --old old.json --new new.json`;
