import { realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Severity } from "../../base/diagnostic.ts";
import { FORMATS, type Format } from "../../reports/findings/render-report.ts";
import { packageFolder } from "../package-folder.ts";
import type { FindingOptions, FindingTarget } from "../report-findings.ts";
import type { Flags } from "./act.ts";
import { anyCommand } from "./declared-options.ts";
import { formatTarget } from "./format-target.ts";
import { helpText } from "./help-text.ts";
import { takesOneOf } from "./one-of.ts";

const AFFECTED =
  "only findings about stacks that are not as in this commit or output folder, and those after them";

/** The flags of a command whose result is findings, as commander hands them over. */
export interface FindingFlags extends Omit<Flags, "format"> {
  readonly format?: readonly FindingTarget[];
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly affected?: string;
}

/** Adds where findings go, in which format, and what of them makes the command fail. */
export function findingOptions(command: Command): Command {
  const formats = new Option(
    "-f, --format <format[=file]>",
    "may be repeated; without a file to stdout (pretty to stderr)",
  ).choices(FORMATS);
  return anyCommand(command)
    .addOption(formats.argParser(addTarget))
    .addOption(
      takesOneOf(
        new Option("--fail-on <severity>", "the least severity that makes the command fail (default: error)"),
        ["error", "warning", "note"],
      ),
    )
    .addOption(
      new Option("--max-warnings <count>", "fail when there are more warnings than this").argParser(countOf),
    )
    .option("--affected <base>", AFFECTED)
    .addHelpText("after", (context) =>
      helpText(`\nAn example of each format: ${join(packageFolder(), "docs/outputs.md")}`)(context),
    );
}

/** What these flags say, defaults filled in. */
export function findingOptionsOf(
  targets: readonly FindingTarget[],
  { failOn, maxWarnings, affected, strict }: Omit<FindingFlags, "format">,
): FindingOptions {
  const everyOneInFile = targets.every(({ file }) => file !== null);
  return {
    // Without anything on the terminal a failed job would say nothing in its log.
    targets: everyOneInFile ? [...targets, { format: "pretty", file: null }] : targets,
    failOn: failOn ?? (strict ? "warning" : "error"),
    maxWarnings: maxWarnings ?? null,
    affected: affected ?? null,
  };
}

function addTarget(value: string, before: readonly FindingTarget[] = []): readonly FindingTarget[] {
  const { format, file } = formatTarget(value, FORMATS);
  const both = clashOf(format, file, before);
  if (both !== null) throw new InvalidArgumentError(both);
  return [...before, { format, file }];
}

/** One for a file, however it is spelt. */
function placeOf(file: string): string {
  const there = statSync(file, { throwIfNoEntry: false });
  return there === undefined ? resolve(file) : realpathSync(file);
}

/** Why this target cannot stand beside those before it; null when it can. */
function clashOf(format: Format, file: string | null, before: readonly FindingTarget[]): string | null {
  const toStdout = (one: FindingTarget) => one.file === null && one.format !== "pretty";
  if (file !== null && before.some((one) => one.file !== null && placeOf(one.file) === placeOf(file)))
    return "The file is named twice.";
  if (!toStdout({ format, file }) || !before.some(toStdout)) return null;
  return "Two formats cannot share stdout: give one a file, as in sarif=findings.sarif.";
}

function countOf(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("It is a whole number, 0 or more.");
  return Number(value);
}
