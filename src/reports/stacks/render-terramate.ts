import type { StackEntry } from "./stack-entry.ts";

/** The first line of every file that is written for Terramate. */
export const TERRAMATE_HEAD = "# Written by: hextet stacks -f terramate\n";

/** The stack as a file of Terramate in its own folder: name, description, and what it comes after. */
export function renderTerramate({ name, description, after }: StackEntry): string {
  const lines = [
    `name = ${hclText(name)}`,
    ...(description === "" ? [] : [`description = ${hclText(description)}`]),
    `tags = ${hclList(["hextet"])}`,
    // The folders of all stacks lie side by side.
    ...(after.length === 0 ? [] : [`after = ${hclList(after.map((one) => `../${one}`))}`]),
  ];
  return `${TERRAMATE_HEAD}stack {\n${aligned(lines)}}\n`;
}

/** A text as HCL has it, in which nothing is a template: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
function hclText(text: string): string {
  const safe = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return safe
    .replaceAll("\\b", "\\u0008")
    .replaceAll("\\f", "\\u000c")
    .replaceAll("${", () => "$${")
    .replaceAll("%{", "%%{");
}

function hclList(texts: readonly string[]): string {
  return `[${texts.map(hclText).join(", ")}]`;
}

/** As `terramate fmt` leaves it. */
function aligned(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.indexOf(" =")));
  return lines
    .map((line) => {
      const at = line.indexOf(" =");
      return `  ${line.slice(0, at).padEnd(width)}${line.slice(at)}\n`;
    })
    .join("");
}
