import { didYouMean } from "../../../base/did-you-mean.ts";
import type { Path } from "../../../base/path.ts";
import type { FromBlueprint } from "../../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../../context.ts";
import { type MaybeEnvironment, stacksOfBlueprint } from "../../terraform/stacks-of-blueprint.ts";
import type { Lookup } from "./read-reference.ts";

/**
 * The stack that a reference means: the name of a blueprint with environments means the environment that the reference names, or
 * the one of the same name as the reader's. Null: there is no such one, which is reported.
 */
export function stackMeant(
  context: Context,
  { joining, all, stopped }: Lookup,
  { stack, environment }: FromBlueprint,
  path: Path,
): string | null {
  const known: readonly MaybeEnvironment[] = [...all.map(({ network }) => network), ...stopped];
  const family = stacksOfBlueprint(stack, known);
  if (family.length === 0 || known.some(({ name }) => name === stack)) {
    if (environment === undefined) return stack;
    const message = `"${stack}" has no environments`;
    report(context, "model/unknown-environment", [...path, "environment"], message, "take environment out");
    return null;
  }
  const wanted = environment ?? joining.network.environment?.name;
  const found = family.find((one) => one.environment?.name === wanted);
  if (found !== undefined) return found.name;
  const names = family.flatMap((one) => one.environment?.name ?? []);
  const list = `known: ${names.join(", ")}`;
  if (wanted === undefined) {
    const message = `"${stack}" is a stack in each of its environments, and nothing says which is meant`;
    report(context, "model/unknown-environment", [...path, "stack"], message, `write environment; ${list}`);
    return null;
  }
  const at = [...path, environment === undefined ? "stack" : "environment"];
  const hint = environment === undefined ? `write environment; ${list}` : didYouMean(wanted, names, list);
  report(context, "model/unknown-environment", at, `"${stack}" has no environment "${wanted}"`, hint);
  return null;
}
