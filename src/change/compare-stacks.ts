import { argumentDifferences } from "./argument-differences.ts";
import { billOf } from "./bill.ts";
import { blockConflict } from "./block-conflict.ts";
import { compareDanger } from "./danger.ts";
import { lossOf } from "./loss-of.ts";
import { madeFirst } from "./made-first.ts";
import { mostBefore } from "./most-before.ts";
import { movedBlocks } from "./moved-blocks.ts";
import { proposeRenames } from "./propose-renames.ts";
import { countPublicIpv4 } from "./public-ipv4.ts";
import { emptyStack } from "./read-stack-output.ts";
import { type IsSame, sameOnceRead } from "./reads.ts";
import { referencesIn } from "./references-in.ts";
import { refusalsOf } from "./refusals-of.ts";
import { renameReferences } from "./rename-references.ts";
import { type Drawn, replacedWith } from "./replaced-with.ts";
import { stateSteps } from "./state-steps.ts";
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

/** Which stacks had another name, and where the output lies. */
export interface RenamedStacks {
  /** The old name by the new one. */
  readonly names: ReadonlyMap<string, string>;
  readonly output: string;
}

/** What changes from one output to the next, sorted by name; a stack of which nothing is to be said is left out. */
export function compareOutputs(
  before: readonly StackOutput[],
  after: readonly StackOutput[],
  { names, output }: RenamedStacks = { names: new Map(), output: "generated" },
): readonly StackChange[] {
  const [olds, news] = [byName(before), byName(after)];
  const formers = new Map(
    [...names].filter(([to, from]) => olds.has(from) && !olds.has(to) && !news.has(from)),
  );
  const all = new Set([...olds.keys(), ...news.keys()]);
  for (const from of formers.values()) all.delete(from);
  return [...all].sort().flatMap((name) => {
    const from = formers.get(name) ?? null;
    const [old, next] = [olds.get(from ?? name) ?? null, news.get(name) ?? null];
    const sides = [old ?? emptyStack(name), next ?? emptyStack(name)] as const;
    const change = changeOf(kindOf(from, old, next), ...sides, { before, after });
    const steps = from === null || old === null || next === null ? [] : stateSteps(old, next, output);
    return isNothing(change) ? [] : [{ ...change, name, from, stateSteps: steps }];
  });
}

function kindOf(from: string | null, old: StackOutput | null, next: StackOutput | null): StackChange["kind"] {
  if (from !== null) return "renamed";
  if (old === null) return "added";
  return next === null ? "removed" : "changed";
}

type Change = Omit<StackChange, "name" | "from" | "stateSteps">;

function changeOf(kind: StackChange["kind"], old: StackOutput, next: StackOutput, all: AllStacks): Change {
  const changes = compareStacks(old, next, all);
  return {
    kind,
    changes,
    moved: movedBlocks(changes),
    settings: kind === "changed" || kind === "renamed" ? changedSettings(old, next) : [],
    publicIpv4: { before: countPublicIpv4(old), after: countPublicIpv4(next) },
    bill: { region: next.region ?? old.region, before: billOf(old), after: billOf(next) },
    unprotected: unprotectedBy(old, next),
    overrides: newOverrides(old, next),
    movesDone: [...next.moved].flatMap(([to, from]) =>
      old.resources.has(to) && !old.resources.has(from) ? [to] : [],
    ),
    proposals: kind === "changed" || kind === "renamed" ? proposeRenames(changes) : [],
  };
}

function newOverrides(old: StackOutput, next: StackOutput): StackChange["overrides"] {
  const known = new Set(old.overrides.map((one) => JSON.stringify(one)));
  return next.overrides.filter((one) => !known.has(JSON.stringify(one)));
}

function isNothing({ kind, changes, settings, unprotected, movesDone, overrides }: Change): boolean {
  const some = [changes, settings, unprotected, movesDone, overrides];
  return kind === "changed" && some.every((list) => list.length === 0);
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

/** The stacks among which references lead, on either side. */
interface AllStacks {
  readonly before: readonly StackOutput[];
  readonly after: readonly StackOutput[];
}

/** What changes in a stack, the most dangerous first. */
export function compareStacks(
  asItWas: StackOutput,
  after: StackOutput,
  all: AllStacks = { before: [asItWas], after: [after] },
): readonly ResourceChange[] {
  const before = renameReferences(asItWas, after);
  const isSame = sameOnceRead({ stack: before, all: all.before }, { stack: after, all: all.after });
  const kept = [...after.resources].map(([address, body]) =>
    directChange(address, body, { before, after, isSame }),
  );
  const gone = [...before.resources.keys()]
    .filter((old) => isGone(old, after))
    .map((old) => goneChange(old, after));
  const direct = [...kept, ...gone];
  const replaced = replacedWith(direct, before, after);
  const stacks = { before, after, madeFirst: madeFirst(after) };
  return direct
    .map((one) => finish(one, stacks, replaced.get(one.address) ?? null))
    .filter((change) => change !== null)
    .sort(compareDanger);
}

function directChange(
  address: string,
  body: Body,
  { before, after, isSame }: Pick<Stacks, "before" | "after"> & { readonly isSame: IsSame },
): Direct {
  const moved = after.moved.get(address);
  const from = moved !== undefined && before.resources.has(moved) ? moved : null;
  const old = before.resources.get(from ?? address);
  if (old === undefined) {
    return { address, from, action: after.imported.has(address) ? "import" : "create", differences: [] };
  }
  const differences = argumentDifferences(typeOf(address), old, body).filter(
    (one) => one.wasIgnored || !isSame(one.before, one.after),
  );
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

interface Stacks {
  readonly before: StackOutput;
  readonly after: StackOutput;
  readonly madeFirst: ReadonlySet<string>;
}

function finish(
  { address, from, differences, action: own }: Direct,
  stacks: Stacks,
  drawn: Drawn | null,
): ResourceChange | null {
  const action = strongest(own, drawn?.action ?? "none");
  if (action === "none") return null;
  const before = stacks.before.resources.get(from ?? address) ?? null;
  const after = stacks.after.resources.get(address) ?? null;
  const because = drawn?.because ?? [];
  const type = typeOf(address);
  const conflict =
    before === null ? null : blockConflict({ address, action, before, after, because }, stacks);
  const sides = {
    type,
    action,
    before,
    after,
    differences,
    conflict,
    takesOver: takesOver(after, before, stacks),
    mostBefore: mostBefore(type, from ?? address, stacks.before),
  };
  const refusals = refusalsOf(sides);
  return {
    address,
    type,
    from,
    differences,
    because,
    action,
    refusals,
    loss: lossOf(sides, refusals),
    before,
    after,
  };
}

/** What is made anew of a VPC that is there, as AWS's defaults are, may hold something that somebody lives by. */
function takesOver(body: Body | null, old: Body | null, { before, after }: Stacks): boolean {
  if (body === null || old !== null) return false;
  const vpcs = referencesIn(JSON.stringify(body)).filter(({ to }) => to.startsWith("aws_vpc."));
  return vpcs.some(({ to }) => before.resources.has(to) || after.imported.has(to));
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
