import { isRecord, parseJson, textOf, valueIn } from "../../base/untrusted-json.ts";
import { asMoved } from "../../change/rename-references.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import type { OutputPlan } from "../plan-output.ts";

/** The Terraform JSON of a stack as it lies in the output folder, taken for what is applied, and as it is to be. */
export interface StackChange {
  readonly file: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One resource of a stack: its arguments by name. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The stacks that a plan changes; not those that it makes or removes, nor what is no JSON. */
export function changedStacks({ stale }: OutputPlan, output: string): readonly StackChange[] {
  return stale.flatMap(({ path, before, bytes }) => {
    const [old, next] = [parseJson(before.toString("utf8")), parseJson(bytes.toString("utf8"))];
    if (!isRecord(old) || !isRecord(next)) return [];
    // What only has another name is no change.
    return [{ file: `${output}/${path}`, before: asMoved(old, next), after: next }];
  });
}

/** The resources of a type by name. */
export function resourcesOf(stack: unknown, type: string): ReadonlyMap<string, Arguments> {
  const resources = valueIn(stack, "resource", type);
  const entries = Object.entries(isRecord(resources) ? resources : {});
  return new Map(entries.flatMap(([name, one]) => (isRecord(one) ? [[name, one] as const] : [])));
}

/** The name of the resource that an argument refers to by `${<type>.<name>.<attribute>}`; null for anything else. */
export function namedBy(argument: unknown, type: string): string | null {
  const [, found, name] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(textOf(argument) ?? "") ?? [];
  return found === type && name !== undefined ? name : null;
}

/** A warning about a change that Terraform makes as it is told: it stops nothing, and is gone once the change is written. */
export function announce({ file }: StackChange, rule: string, message: string, hint: string): Finding {
  return { ...findingAbout(file, rule, message, hint), severity: "warning" };
}
