import type { Command } from "commander";
import type { ImportOptions } from "../import/import-vpc.ts";
import type { Act, Flags } from "./act.ts";
import { nameMistake } from "./name-mistake.ts";
import { regionMistake } from "./region-mistake.ts";

interface ImportFlags extends Flags {
  readonly vpc?: string;
  readonly region?: string;
  readonly state?: string;
  readonly name?: string;
  readonly force?: boolean;
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
    .option("--force", "write over a file that is there")
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes");
  command.action((flags: ImportFlags) => {
    const options = importOptions(flags);
    if (typeof options === "string") command.error(options);
    return act(flags, async (_, at) => {
      const { importVpc } = await import("../import/import-vpc.ts");
      return importVpc(options, at);
    });
  });
}

/** What the flags mean, or what is wrong with them. */
function importOptions({ vpc, region, state, name, output, force }: ImportFlags): ImportOptions | string {
  if (vpc !== undefined && !/^vpc-[0-9a-f]+$/.test(vpc))
    return `--vpc ${JSON.stringify(vpc)}: the id of a VPC is vpc- with digits and letters a to f behind it`;
  const mistake = name === undefined ? null : nameMistake("--name", name);
  if (mistake !== null) return mistake;
  const rest = { name: name ?? null, output: output ?? null, force: force ?? false };
  const source = sourceOf(vpc, region, state);
  return typeof source === "string" ? source : { source, ...rest };
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
