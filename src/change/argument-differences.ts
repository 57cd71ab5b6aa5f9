import { argumentChanges } from "../aws/argument-changes.generated.ts";
import type { ArgumentChange } from "../aws/argument-changes.ts";
import { keptThings } from "../aws/kept-things.ts";
import { byText } from "../base/compare-texts.ts";
import { isRecord, listOf } from "../base/untrusted-json.ts";
import { ignoredIn, releasedArguments, valueAt, withoutArguments } from "./ignored-arguments.ts";
import { isReadElsewhere } from "./reads.ts";
import type { ArgumentDifference, Body, Effect } from "./types.ts";

/** Terraform's own, which are not sent to AWS. */
const META = new Set([
  "depends_on",
  "lifecycle",
  "provisioner",
  "connection",
  "provider",
  "count",
  "for_each",
]);

/** Maps with the author's keys: one argument. */
const MAPS = /(^|\.)(tags|labels|variables|default_tags)$/;

/** One reference to another resource, and nothing beside it. */
const REFERENCE = /^\$\{(?:data\.)?\w+\.[\w-]+\.\w+\}$/;

/** The arguments of a resource that differ, sorted; what `ignore_changes` names stays as it is. */
export function argumentDifferences(type: string, before: Body, after: Body): readonly ArgumentDifference[] {
  const ignored = ignoredIn(after);
  if (ignored.has("all")) return [];
  const released = releasedArguments(before, after);
  const leftOut = new Set([...ignored, ...released]);
  const [old, next] = [withoutArguments(before, leftOut), withoutArguments(after, leftOut)];
  const changed = [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((name) => !META.has(name))
    .flatMap((name) => differencesIn(name, old[name], next[name]))
    .map((found) => ({
      ...found,
      wasIgnored: false,
      effect: isLateGroup(type, found.argument, before, after) ? "replace" : effectOfFound(type, found),
    }));
  const set = released.map((argument) => releasedDifference(type, argument, after));
  return [...changed, ...set].sort(byText(({ argument }) => argument));
}

/** What is read from elsewhere may be the value that it had. */
function effectOfFound(type: string, found: Found): Effect {
  const effect = effectOf(type, found);
  return effect === "replace" && isUnsure(found) ? "may-replace" : effect;
}

/** Whether an argument may have the value that it had, though it is written otherwise. */
export function isUnsure({ before, after, wasIgnored }: Found & { readonly wasIgnored?: boolean }): boolean {
  return wasIgnored === true || isReadElsewhere(before) || isReadElsewhere(after);
}

/** What AWS has by now may be what is written: nothing is sure to be replaced. */
function releasedDifference(type: string, argument: string, after: Body): ArgumentDifference {
  const found = { argument, before: undefined, after: valueAt(after, argument) };
  const effect = effectOf(type, { ...found, before: null });
  return { ...found, wasIgnored: true, effect: effect === "replace" ? "may-replace" : effect };
}

/** The provider was asked of balancers of all kinds; of a network balancer the first security groups replace it. */
function isLateGroup(type: string, argument: string, before: Body, after: Body): boolean {
  if (type !== "aws_lb" || argument !== "security_groups" || after["load_balancer_type"] !== "network")
    return false;
  return listOf(before[argument]).length === 0 && listOf(after[argument]).length > 0;
}

/** What the provider plans for a resource when the value of an argument is another one. */
export function effectOfChange(type: string, argument: string): Effect {
  return effectOf(type, { argument, before: "", after: "" });
}

type Found = Omit<ArgumentDifference, "effect" | "wasIgnored">;

/** Where two values of an argument differ: in which of its blocks, where that can be told. */
export function differencesIn(argument: string, before: unknown, after: unknown): readonly Found[] {
  if (sameJson(before, after)) return [];
  if (MAPS.test(argument)) return [{ argument, before, after }];
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differencesIn(`${argument}.${name}`, before[name], after[name]));
  }
  const [one, other] = [listOf(before), listOf(after)];
  const areBlocks = one.length > 0 && one.length === other.length && [...one, ...other].every(isRecord);
  if (!areBlocks) return [{ argument, before, after }];
  const inner = one.flatMap((item, index) => differencesIn(argument, item, other[index]));
  return inner.length === 1 ? inner : [{ argument, before, after }];
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    // References stand in the order of the author's names, and what takes several of them takes a set.
    const areReferences = value.every((item) => typeof item === "string" && REFERENCE.test(item));
    return areReferences ? [...value].sort() : value.map(sorted);
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function effectOf(type: string, { argument, before, after }: Found): Effect {
  if (type === "terraform_data") return argument.startsWith("triggers_replace") ? "replace" : "update";
  // AWS turns it on and off in place, whatever the provider that was asked knew of it.
  if (argument === keptThings[type]?.guard) return "update";
  const kind = before === undefined ? "set" : after === undefined ? "unset" : "change";
  const asked = argumentChanges[`${type}.${argument}`];
  return asked?.[kind] ?? sameForAll(asked) ?? effectOfBlock(type, argument);
}

/** The nearest block that was asked about speaks for what stands in it. */
function effectOfBlock(type: string, argument: string): Effect {
  const end = argument.lastIndexOf(".");
  if (end < 0) return "unknown";
  const block = argument.slice(0, end);
  const asked = argumentChanges[`${type}.${block}`];
  return asked?.change ?? sameForAll(asked) ?? effectOfBlock(type, block);
}

/** What an argument does whenever it was asked about, it does otherwise too. */
function sameForAll(asked: ArgumentChange | undefined): Effect | undefined {
  const [effect, ...others] = new Set(Object.values(asked ?? {}));
  return others.length === 0 ? effect : "may-replace";
}

/** Whether an argument is true in AWS too once the output is applied: what Terraform ignores may be another value there. */
export function isOn(body: Body, argument: string): boolean {
  return body[argument] === true && !ignoredIn(body).has(argument);
}
