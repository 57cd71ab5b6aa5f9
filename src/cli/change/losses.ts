import { keptThings } from "../../aws/kept-things.ts";
import { valueAt } from "../../change/ignored-arguments.ts";
import { keepsItsName } from "../../change/keeps-its-name.ts";
import type { ResourceChange, Setting, StackChange } from "../../change/types.ts";
import { valueText } from "../../reports/changes/describe-change.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { type AddedStack, ifTheSame } from "./same-stack.ts";

/** What the losses of a stack are judged by. */
export interface LossSurroundings {
  /** Addresses, and names of stacks, that may lose what they hold. */
  readonly allowed: ReadonlySet<string>;
  /** The stack's file, as findings name it. */
  readonly file: string;
  /** The stacks that are new. */
  readonly added: readonly AddedStack[];
  /** Names of stacks that had a blueprint before, whose output was not there. */
  readonly unwritten: ReadonlySet<string>;
}

/** Errors for what goes with its data or its address, or cannot go yet, while neither blueprint nor command line allows it. */
export function lossesIn(stack: StackChange, surroundings: LossSurroundings): readonly Finding[] {
  const { allowed, file } = surroundings;
  if (stack.kind === "removed") return allowed.has(stack.name) ? [] : [goneStack(stack, surroundings)];
  return [
    ...(allowed.has(stack.name) ? [] : [...madeTwice(stack, file), ...notCompared(stack, surroundings)]),
    ...stack.changes.flatMap((change) => lossOfResource(change, stack, surroundings)),
  ];
}

function goneStack({ name }: StackChange, { file, added }: LossSurroundings): Finding {
  const message = `the stack "${name}" is gone, and nothing destroys what it made`;
  const hint = `${ifTheSame(name, added)}run \`terraform destroy\` in its folder first, and say so: hextet diff --allow ${name}`;
  return findingAbout(file, "change/stack-gone", message, hint);
}

/** It looks new, and may be there for long. */
function notCompared({ name, kind }: StackChange, { file, unwritten }: LossSurroundings): readonly Finding[] {
  if (kind !== "added" || !unwritten.has(name)) return [];
  const message = `there was a blueprint of "${name}" before, without this file: what it made is not compared`;
  const hint = `commit what \`npx hextet synth\` writes, or compare with a folder that has it; if nothing was applied, say so: hextet diff --allow ${name}`;
  return [findingAbout(file, "change/no-output-before", message, hint)];
}

/** Terraform looks for what is there in another place, finds nothing, and makes it. */
function madeTwice({ name, kind, settings }: StackChange, file: string): readonly Finding[] {
  const isElsewhere = (one: Setting) => settings.includes(one);
  // What to do with the state of a renamed stack has been said.
  if (!isElsewhere("elsewhere") && !(isElsewhere("state") && kind !== "renamed")) return [];
  const message = `the stack "${name}" gets another region, account or backend: what it made stays, and everything is made a second time`;
  const hint = `move its state along, or destroy it first, and say so: hextet diff --allow ${name}`;
  return [findingAbout(file, "change/made-twice", message, hint)];
}

function lossOfResource(
  change: ResourceChange,
  stack: StackChange,
  { allowed, file }: LossSurroundings,
): readonly Finding[] {
  const { address, action, loss, type, refusals } = change;
  if (loss === null) return [];
  if (loss === "capacity") return allowed.has(address) ? [] : [fewer(change, file)];
  if (action === "may-replace") return [];
  const goes = `${address} is ${action === "destroy" ? "destroyed" : "replaced"}`;
  const permission = `terraform.mayDestroy: [${address}]`;
  const renamed = renameHint(change, stack);
  // Whoever allows it cannot make AWS do it.
  if (refusals.some(({ whileOn }) => whileOn !== undefined)) {
    const message = `${goes}, and AWS refuses that while its deletion protection is on`;
    const steps = `make two applies: take this edit back and write deletionProtection: false; then make it again, with ${permission}`;
    return [findingAbout(file, "change/still-protected", message, `${renamed}${steps}`)];
  }
  if (allowed.has(address)) return [];
  const message = `${goes} and loses ${keptThings[type]?.what ?? "what it holds"}`;
  const hint = `${renamed}if that is meant, write ${permission} in the blueprint`;
  return [findingAbout(file, loss === "data" ? "change/loses-data" : "change/loses-address", message, hint)];
}

/** Nothing counts what runs: the number is in AWS alone. */
function fewer({ address, refusals, after }: ResourceChange, file: string): Finding {
  const numbers = refusals.flatMap(({ effect, argument }) =>
    effect === "loses-capacity" && argument !== null ? [argument] : [],
  );
  const set = numbers.map((name) => `${name} to ${valueText(valueAt(after ?? {}, name))}`).join(" and ");
  const message = `${address} was scaled in AWS, and the apply sets ${set}: what runs beyond that is stopped`;
  const hint = `first look how many run, and write a number that is not below it; if fewer are meant, write terraform.mayDestroy: [${address}] in the blueprint`;
  return findingAbout(file, "change/loses-capacity", message, hint);
}

/** The way that loses nothing, where something of the kind is new: it may be the same under another name. */
function renameHint({ address, type, action }: ResourceChange, { changes, proposals }: StackChange): string {
  if (action !== "destroy") return "";
  for (const { from, to, moves } of proposals) {
    const move = moves.find((one) => one.from === address);
    if (move !== undefined)
      return `if ${move.to} is the same thing, write renamedFrom: ${from} beside "${to}"; `;
  }
  const like = changes.find((one) => one.type === type && one.action === "create");
  if (like === undefined) return "";
  return keepsItsName(type)
    ? `if ${like.address} is the same block, give it its old name back: renamedFrom has no place there; `
    : `if ${like.address} is the same thing, write its old name as renamedFrom; `;
}
