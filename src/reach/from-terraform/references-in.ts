import { isRecord, listOf } from "../../base/untrusted-json.ts";

/** What an expression of a configuration refers to, and the constants in it. */
export interface References {
  /** As written, such as `aws_vpc.this[0].id` or `module.vpc.vpc_id`; without the shorter forms of the same. */
  readonly heads: readonly string[];
  readonly constants: readonly unknown[];
}

/**
 * The references in an expression of a plan's configuration, or in all of a block. Terraform lists each reference and
 * then, one after another, its shorter forms: `aws_vpc.this[0].id`, `aws_vpc.this[0]`, `aws_vpc.this`.
 */
export function referencesIn(expression: unknown): References {
  const leaves = leavesIn(expression);
  return {
    heads: leaves.flatMap((leaf) =>
      headsOf(listOf(leaf["references"]).filter((ref) => typeof ref === "string")),
    ),
    constants: leaves.flatMap((leaf) => ("constant_value" in leaf ? [leaf["constant_value"]] : [])),
  };
}

/** An expression itself; those of a block's arguments. A document is never deeper than a few hundred levels. */
function leavesIn(expression: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(expression)) return listOf(expression).flatMap(leavesIn);
  if (!isRecord(expression)) return [];
  const isLeaf = Array.isArray(expression["references"]) || "constant_value" in expression;
  return isLeaf ? [expression] : Object.values(expression).flatMap(leavesIn);
}

function headsOf(references: readonly string[]): readonly string[] {
  return references.filter((reference, index) => {
    const before = references[index - 1];
    return before === undefined || !isShorterForm(reference, before);
  });
}

function isShorterForm(shorter: string, longer: string): boolean {
  return longer.startsWith(shorter) && /^[.[]/.test(longer.slice(shorter.length));
}
