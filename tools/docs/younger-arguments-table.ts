import { providerArguments } from "../../src/aws/provider-arguments.generated.ts";
import { youngerArguments } from "../../src/aws/younger-arguments.ts";
import { inlineCode } from "../../src/reports/reference/markdown.ts";

/** The arguments that provider 5.100 lacks, and what Hextet does with each, as a Markdown table. */
export function renderYoungerArgumentsTable(): string {
  const rows = Object.entries(youngerArguments).map(([argument, { key, isKept, reason }]) => {
    const { absentIn, presentIn } = providerArguments[argument as keyof typeof providerArguments];
    const uses = [
      ...(key === null ? [] : [`written for ${inlineCode(key)}`]),
      ...(isKept ? ["kept by what is imported"] : []),
      ...(reason === null ? [] : [`not written: ${reason.claim}`]),
    ];
    return `| ${inlineCode(argument)} | ${absentIn} | ${presentIn} | ${uses.join("; ")} |`;
  });
  return [
    "| argument | last version known to lack it | first known to have it | what Hextet does with it |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
