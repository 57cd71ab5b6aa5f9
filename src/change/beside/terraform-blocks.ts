import { HclMistake } from "../../base/hcl/hcl-cursor.ts";
import { readHcl } from "../../base/hcl/read-hcl.ts";
import { isDeeplyNested, isRecord, listOf, parseJson } from "../../base/untrusted-json.ts";
import type { Body } from "../types.ts";

/** A Terraform file that stands in a stack's folder beside what Hextet makes. */
export interface FileBeside {
  /** In the stack's folder. */
  readonly name: string;
  readonly text: string;
}

/** A block of it, such as `resource "aws_vpc" "main"`, its arguments as Terraform's JSON has them. */
export interface TerraformBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Where it begins, in UTF-16 units; null: the file is JSON, and its blocks are of no line. */
  readonly offset: number | null;
}

/** Why a file is not read. */
export interface Unread {
  readonly message: string;
  readonly offset: number | null;
}

/** How many names stand behind the word of a block. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  check: 1,
};

/** The blocks of a `.tf` or `.tf.json` file, in its order. */
export function terraformBlocks({ name, text }: FileBeside): readonly TerraformBlock[] | Unread {
  if (name.endsWith(".json")) return blocksOfJson(text);
  const read = readHcl(text);
  if (read instanceof HclMistake) return { message: read.message, offset: read.offset };
  return read.blocks;
}

/** Whether a file could be read. */
export function isRead(blocks: readonly TerraformBlock[] | Unread): blocks is readonly TerraformBlock[] {
  return Array.isArray(blocks);
}

function blocksOfJson(text: string): readonly TerraformBlock[] | Unread {
  const json = parseJson(text);
  if (!isRecord(json) || isDeeplyNested(json)) return { message: "it is no JSON object", offset: null };
  return Object.entries(json).flatMap(([type, section]) => labelled(type, [], LABELS[type] ?? 0, section));
}

/** Below each label stands an object, or a list of such. */
function labelled(
  type: string,
  labels: readonly string[],
  missing: number,
  value: unknown,
): readonly TerraformBlock[] {
  const bodies = (Array.isArray(value) ? listOf(value) : [value]).filter(isRecord);
  if (missing === 0) return bodies.map((body) => ({ type, labels, body, offset: null }));
  return bodies.flatMap((body) =>
    Object.entries(body)
      .filter(([label]) => label !== "//")
      .flatMap(([label, inner]) => labelled(type, [...labels, label], missing - 1, inner)),
  );
}
