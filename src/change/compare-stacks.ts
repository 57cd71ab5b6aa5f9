import { argumentDifferences } from "./argument-differences.ts";
import { compareDanger } from "./danger.ts";
import { isBlockTaken } from "./is-block-taken.ts";
import { lossOf } from "./loss-of.ts";
import { countPublicIpv4 } from "./public-ipv4.ts";
import { emptyStack } from "./read-stack-output.ts";
import { refusalsOf } from "./refusals-of.ts";
import { renameReferences } from "./rename-references.ts";
import { type Drawn, replacedWith } from "./replaced-with.ts";
import type {
  Action,
  ArgumentDifference,
  Body,
  ResourceChange,
  Setting,
  StackChange,
  StackOutput,
} from "./types.ts";
import { unprotectedBy } from "./unprotected-by.ts";

/** What changes from one output to the next, sorted by name; a stack that stays as it is is left out. */
export function compareOutputs(
  before: readonly StackOutput[],
  after: readonly StackOutput[],
): readonly StackChange[] {
  const [olds, news] = [byName(before), byName(after)];
  return [...new Set([...olds.keys(), ...news.keys()])].sort().flatMap((name) => {
    const [old, next] = [olds.get(name) ?? emptyStack(name), news.get(name) ?? emptyStack(name)];
    const kind = !olds.has(name) ? "added" : news.has(name) ? "changed" : "removed";
    const changes = compareStacks(old, next);
    const settings = kind === "changed" ? changedSettings(old, next) : [];
    const unprotected = unprotectedBy(old, next);
    const publicIpv4 = { before: countPublicIpv4(old), after: countPublicIpv4(next) };
    const isSame = kind === "changed" && changes.length + settings.length + unprotected.length === 0;
    return isSame ? [] : [{ name, kind, settings, publicIpv4, unprotected, changes }];
  });
}

function byName(stacks: readonly StackOutput[]): ReadonlyMap<string, StackOutput> {
  return new Map(stacks.map((stack) => [stack.name, stack]));
}

/** Which settings of the whole stack are not what they were. */
export function changedSettings(before: StackOutput, after: StackOutput): readonly Setting[] {
  return (["elsewhere", "state", "tags"] as const).filter(
    (setting) => before.settings[setting] !== after.settings[setting],
  );
}

/** What is known of one resource before references are followed. */
interface Direct {
  readonly address: string;
  readonly action: Action | "none";
  readonly from: string | null;
  readonly differences: readonly ArgumentDifference[];
}

/** What changes in a stack, the most dangerous first. */
export function compareStacks(asItWas: StackOutput, after: StackOutput): readonly ResourceChange[] {
  const before = renameReferences(asItWas, after);
  const kept = [...after.resources].map(([address, body]) => directChange(address, body, before, after));
  const gone = [...before.resources.keys()]
    .filter((old) => isGone(old, after))
    .map((old) => goneChange(old, after));
  const direct = [...kept, ...gone];
  const replaced = replacedWith(direct, before, after);
  return direct
    .map((one) => finish(one, before, after, replaced.get(one.address) ?? null))
    .filter((change) => change !== null)
    .sort(compareDanger);
}

function directChange(address: string, body: Body, before: StackOutput, after: StackOutput): Direct {
  const moved = after.moved.get(address);
  const from = moved !== undefined && before.resources.has(moved) ? moved : null;
  const old = before.resources.get(from ?? address);
  if (old === undefined) {
    return { address, from, action: after.imported.has(address) ? "import" : "create", differences: [] };
  }
  const differences = argumentDifferences(typeOf(address), old, body);
  return { address, from, differences, action: actionOf(differences, from) };
}

function actionOf(differences: readonly ArgumentDifference[], from: string | null): Action | "none" {
  const effects = new Set(differences.map(({ effect }) => effect));
  if (effects.has("replace")) return "replace";
  if (effects.has("may-replace") || effects.has("unknown")) return "may-replace";
  if (effects.has("update")) return "update";
  return from === null ? "none" : "move";
}

function isGone(address: string, after: StackOutput): boolean {
  return !after.resources.has(address) && ![...after.moved.values()].includes(address);
}

function goneChange(address: string, after: StackOutput): Direct {
  return {
    address,
    from: null,
    action: after.forgotten.has(address) ? "forget" : "destroy",
    differences: [],
  };
}

function finish(
  { address, from, differences, action }: Direct,
  before: StackOutput,
  after: StackOutput,
  drawn: Drawn | null,
): ResourceChange | null {
  const whole = strongest(action, drawn?.action ?? "none");
  if (whole === "none") return null;
  const type = typeOf(address);
  const [old, next] = [before.resources.get(from ?? address), after.resources.get(address)];
  const because = drawn?.because ?? [];
  const sides = { type, action: whole, before: old ?? null, after: next ?? null, differences };
  const isTaken =
    type === "aws_subnet" && whole === "destroy" && old !== undefined && isBlockTaken(old, before, after);
  return {
    address,
    type,
    from,
    differences,
    because,
    action: whole,
    refusals: refusalsOf(sides),
    loss: isTaken ? "address" : lossOf(sides),
  };
}

const STRENGTH: readonly (Action | "none")[] = ["none", "move", "update", "may-replace", "replace"];

/** What a resource does by itself, and what others do with it, as one. */
function strongest(own: Action | "none", drawn: Drawn["action"] | "none"): Action | "none" {
  const strength = (one: Action | "none") => STRENGTH.indexOf(one);
  // What comes or goes does so whatever it refers to.
  return strength(own) < 0 || strength(own) >= strength(drawn) ? own : drawn;
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf("."));
}
