import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { blueprintSchema, childOf, resolve, type Schema } from "../../blueprint/schema.ts";
import type { WrittenArn } from "../types/references.ts";

/** Every ARN that stands where a reference may stand too, in the order of the blueprint. */
export function findWrittenArns(blueprint: Blueprint): readonly WrittenArn[] {
  return arnsIn(blueprint, blueprintSchema, []);
}

function arnsIn(value: unknown, schema: Schema, path: Path): readonly WrittenArn[] {
  const resolved = resolve(schema);
  const of = resolved["x-hextet-takes"];
  if (typeof value === "string")
    return of === undefined || !value.startsWith("arn:") ? [] : [{ path, of, arn: value }];
  if (typeof value !== "object" || value === null) return [];
  const steps: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return steps.flatMap(([step, item]) => arnsIn(item, childOf(resolved, step), [...path, step]));
}
