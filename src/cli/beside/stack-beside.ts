import { isOverrideFile } from "../../base/is-override-file.ts";
import {
  isRead,
  type TerraformBlock,
  terraformBlocks,
  type Unread,
} from "../../change/beside/terraform-blocks.ts";
import type { OutputFile } from "../plan-output.ts";

const STACK_FILE = "cdk.tf.json";

/** A file that a blueprint adds to its stack's folder. */
export interface CopiedFile extends OutputFile {
  /** Where it stands beside the blueprint, as findings call it. */
  readonly source: string;
}

/** A Terraform file of the author's own. */
export interface OwnFile {
  readonly name: string;
  readonly source: string;
  readonly text: string;
  readonly isOverride: boolean;
  /** Null: it cannot be read. */
  readonly blocks: readonly TerraformBlock[] | null;
  /** Why it cannot be read. */
  readonly unread: Unread | null;
}

/** A stack that is extended. */
export interface StackBeside {
  readonly name: string;
  /** Its `cdk.tf.json`. */
  readonly text: string;
  /** What stands in it. */
  readonly made: readonly TerraformBlock[];
  /** Files of Terraform's, by name; no values of variables. */
  readonly files: readonly OwnFile[];
  /** Files that give variables their values, of those that Terraform reads by itself. */
  readonly values: readonly OutputFile[];
}

/** The stacks to which blueprints add files, as they are made. */
export function stacksBeside(
  made: readonly OutputFile[],
  copies: readonly CopiedFile[],
): readonly StackBeside[] {
  const names = [...new Set(copies.map(({ path }) => path.split("/")[1] ?? ""))].sort();
  return names.flatMap((name) => {
    const stack = made.find(({ path }) => path === `stacks/${name}/${STACK_FILE}`);
    if (stack === undefined) return [];
    const text = stack.bytes.toString("utf8");
    const blocks = terraformBlocks({ name: STACK_FILE, text });
    if (!isRead(blocks))
      throw new Error(`${STACK_FILE} of ${name} is not what Hextet writes: ${blocks.message}`);
    const own = copies.filter(({ path }) => path.startsWith(`stacks/${name}/`));
    return [
      {
        name,
        text,
        made: blocks,
        files: own.filter(({ path }) => /\.tf(\.json)?$/.test(path)).map(ownFile),
        values: own.filter(({ path }) => /\/(terraform|[^/]+\.auto)\.tfvars(\.json)?$/.test(path)),
      },
    ];
  });
}

function ownFile({ path, source, bytes }: CopiedFile): OwnFile {
  const file = { name: path.slice(path.lastIndexOf("/") + 1), text: bytes.toString("utf8") };
  const blocks = terraformBlocks(file);
  const read = isRead(blocks) ? { blocks, unread: null } : { blocks: null, unread: blocks };
  return { ...file, source, isOverride: isOverrideFile(file.name), ...read };
}
