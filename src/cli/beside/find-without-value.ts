import { HclMistake } from "../../base/hcl/hcl-cursor.ts";
import { readHcl } from "../../base/hcl/read-hcl.ts";
import { isRecord, parseJson } from "../../base/untrusted-json.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import type { OutputFile } from "../plan-output.ts";
import { aboutFile } from "./about-file.ts";
import type { StackBeside } from "./stack-beside.ts";

/** Notes for variables that have neither a default nor a value in a file that Terraform reads by itself. */
export function findWithoutValue({ files, values }: StackBeside): readonly Finding[] {
  const given = new Set(values.flatMap(namesIn));
  for (const { body, labels, type } of files.flatMap(({ blocks }) => blocks ?? []))
    if (type === "variable" && body["default"] !== undefined) given.add(labels[0] ?? "");
  return files
    .filter(({ isOverride }) => !isOverride)
    .flatMap((file) =>
      (file.blocks ?? [])
        .filter(({ type, labels }) => type === "variable" && !given.has(labels[0] ?? ""))
        .map(({ labels, offset }) =>
          aboutFile(file, {
            rule: "extend/variable-without-value",
            severity: "note",
            message: `var.${labels[0]} has no default, and no file gives it a value: Terraform asks for it, and stops where nobody answers`,
            hint: `give it a default, add a file such as own.auto.tfvars to extend.terraform, or set TF_VAR_${labels[0]} wherever Terraform runs`,
            offset,
          }),
        ),
    );
}

function namesIn({ path, bytes }: OutputFile): readonly string[] {
  const text = bytes.toString("utf8");
  if (path.endsWith(".json")) {
    const json = parseJson(text);
    return isRecord(json) ? Object.keys(json) : [];
  }
  const read = readHcl(text);
  return read instanceof HclMistake ? [] : Object.keys(read.arguments);
}
