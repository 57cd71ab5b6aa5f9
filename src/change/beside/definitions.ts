import { isRecord, listOf, textOf } from "../../base/untrusted-json.ts";
import type { TerraformBlock } from "./terraform-blocks.ts";

/** What may stand once in all files of a stack. */
export interface Definition {
  /** As people call it: `aws_vpc.main`, `var.name`, `local.name`, `output.name`, `module.name`, `provider "aws"`. */
  readonly name: string;
  readonly block: TerraformBlock;
}

/** What blocks define. */
export function definitionsIn(blocks: readonly TerraformBlock[]): readonly Definition[] {
  return blocks.flatMap((block) => namesOf(block).map((name) => ({ name, block })));
}

function namesOf({ type, labels, body }: TerraformBlock): readonly string[] {
  switch (type) {
    case "resource":
      return [labels.join(".")];
    case "variable":
      return [`var.${labels[0]}`];
    case "locals":
      return Object.keys(body)
        .filter((name) => name !== "//")
        .map((name) => `local.${name}`);
    case "provider": {
      const alias = textOf(body["alias"]);
      return [`provider ${JSON.stringify(labels[0])}${alias === null ? "" : ` with the alias ${alias}`}`];
    }
    case "terraform":
      return settingsOf(body);
    case "data":
    case "ephemeral":
    case "output":
    case "module":
    case "check":
      return [[type, ...labels].join(".")];
    default:
      return [];
  }
}

/** A stack has one place for its state, and one list of its providers. */
function settingsOf(body: TerraformBlock["body"]): readonly string[] {
  const has = (name: string) => isRecord(body[name]) || listOf(body[name]).length > 0;
  return [
    ...(has("backend") || has("cloud") ? ["the backend of terraform"] : []),
    ...(has("required_providers") ? ["required_providers of terraform"] : []),
  ];
}
