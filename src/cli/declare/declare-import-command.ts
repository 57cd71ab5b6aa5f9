import type { Command } from "commander";
import type { ImportOptions } from "../import/read-inventory.ts";
import type { Act, Flags } from "./act.ts";
import { helpText } from "./help-text.ts";
import { nameMistake } from "./name-mistake.ts";
import { regionMistake } from "./region-mistake.ts";

interface ImportFlags extends Flags {
  readonly vpc?: string;
  readonly region?: string;
  readonly state?: string;
  readonly name?: string;
  readonly force?: boolean;
  readonly merge?: string;
  readonly interactive?: boolean;
}

/** `hextet import`. */
export function declareImportCommand(program: Command, act: Act): void {
  const command: Command = program
    .command("import")
    .description("write a first blueprint of a VPC that is there (YAML); AWS is only read")
    .option("--vpc <id>", "the VPC")
    .option(
      "--region <region>",
      "read it from AWS, in this region (default: AWS_REGION); beside --state: what a state does not hold",
    )
    .option(
      "--state <file>",
      "read it from what `terraform show -json` says of a state; - reads standard input",
    )
    .option("--name <name>", "the blueprint's name (default: the VPC's)")
    .option("--output <file>", "where to write the blueprint (default: standard output)")
    .option("--interactive", "ask at the terminal what only the network's owner knows, and write it")
    .option(
      "--merge <blueprint>",
      "take what is new in the VPC into a blueprint that is there, and say what is gone or differs",
    )
    .option("--force", "write over a file that is there")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes")
    .addHelpText("after", helpText(HELP));
  command.action((flags: ImportFlags) => {
    const options = importOptions(flags);
    if (typeof options === "string") command.error(options);
    return act(flags, async (_, at) => {
      if (options.merge !== null) {
        const { mergeVpc } = await import("../import/merge-vpc.ts");
        return mergeVpc(options, options.merge, at);
      }
      const { importVpc } = await import("../import/import-vpc.ts");
      return importVpc(options, at);
    });
  });
}

/** What the flags mean, or what is wrong with them. */
function importOptions(flags: ImportFlags): ImportOptions | string {
  const { vpc, region, state, name, output, force, merge, interactive = false } = flags;
  if (vpc !== undefined && !/^vpc-[0-9a-f]+$/.test(vpc))
    return `--vpc ${JSON.stringify(vpc)}: the id of a VPC is vpc- with digits and letters a to f behind it`;
  const mistake = name === undefined ? null : nameMistake("--name", name);
  if (mistake !== null) return mistake;
  const excess = besideMerge(flags);
  if (excess !== null) return excess;
  const rest = {
    name: name ?? null,
    output: output ?? null,
    force: force ?? false,
    merge: merge ?? null,
    interactive,
  };
  const source = sourceOf(vpc, region, state);
  return typeof source === "string" ? source : { source, ...rest };
}

/** What goes with a merge and what does not. */
function besideMerge({ merge, name, output, force, interactive }: ImportFlags): string | null {
  const excess = Object.entries({ name, output, force, interactive }).filter(
    ([, value]) => value !== undefined,
  );
  if (merge === undefined || excess.length === 0) return null;
  const flags = excess.map(([flag]) => `--${flag}`).join(", ");
  return `--merge keeps the blueprint that is there, and asks nothing: it goes without ${flags}`;
}

function sourceOf(
  vpc: string | undefined,
  region: string | undefined,
  state: string | undefined,
): ImportOptions["source"] | string {
  const mistake = region === undefined || region === "" ? null : regionMistake("--region", region);
  if (mistake !== null) return mistake;
  if (state !== undefined) return { kind: "state", file: state, vpcId: vpc ?? null, region: region || null };
  if (vpc === undefined) return "what to import? --vpc <id> with --region <region>, or --state <file>";
  // As the AWS CLI does; empty is as good as none.
  const asked = region ?? (process.env["AWS_REGION"] || process.env["AWS_DEFAULT_REGION"]);
  if (!asked) return `in which region is ${vpc}? --region <region>, or AWS_REGION`;
  return regionMistake("AWS_REGION", asked) ?? { kind: "aws", vpcId: vpc, region: asked };
}

const HELP = `
With --output the ids of what is taken over stand in a file beside the blueprint, which includes it (shop.ids.include.yaml); on
standard output they come last. --merge writes only what is new; what is there stays byte for byte. What is gone or differs is told.

Examples:
  $ hextet import --vpc vpc-0abc --region eu-west-1 --output blueprints/shop.yaml
  $ hextet import --vpc vpc-0abc --region eu-west-1 --interactive
  $ hextet import --vpc vpc-0abc --region eu-west-1 --merge blueprints/shop.yaml`;
