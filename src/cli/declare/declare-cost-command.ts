import { type Command, InvalidArgumentError, Option } from "commander";
import type { CostFormat } from "../cost.ts";
import type { Act, Flags } from "./act.ts";
import { anyCommand, blueprintsOption, strictOption } from "./declared-options.ts";
import { takesOneOf } from "./one-of.ts";

interface CostFlags extends Omit<Flags, "format"> {
  readonly format: CostFormat;
  readonly natGb: number;
}

/** What is assumed where nobody says it; every bill says so. */
const ASSUMED_NAT_GB = 100;

/** `hextet cost`. */
export function declareCostCommand(program: Command, act: Act): void {
  anyCommand(program.command("cost [paths...]"))
    .description(
      "what the networks cost a month in addresses, NAT gateways and endpoints, and what IPv6 saves",
    )
    .addOption(
      takesOneOf(new Option("-f, --format <format>", "for people, for programs, or for a page"), [
        "pretty",
        "json",
        "markdown",
      ]).default("pretty"),
    )
    .addOption(
      new Option("--nat-gb <GB>", "GB a month through all NAT gateways of a network, an assumption")
        .default(ASSUMED_NAT_GB)
        .argParser(gigabytesOf),
    )
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], { format, natGb, ...flags }: CostFlags) =>
      act(flags, async (options, at) => {
        const { cost } = await import("../cost.ts");
        return cost(paths, { ...options, format, natGb }, at);
      }),
    );
}

function gigabytesOf(text: string): number {
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError("a number of GB, such as 250.");
  return Number(text);
}
