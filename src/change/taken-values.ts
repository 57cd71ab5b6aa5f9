import { compareTexts } from "../base/compare-texts.ts";
import { effectOfChange } from "./argument-differences.ts";
import { asMovedText, givenBy, type Read, readsInText } from "./reads.ts";
import { referencesIn } from "./references-in.ts";
import type { Action, Body, ResourceChange, StackChange, StackOutput } from "./types.ts";
import { worstOf } from "./worst-of.ts";

/** A value that one stack takes from another, and that is no more what it was. */
export interface TakenChange {
  /** The stack that gives it. */
  readonly stack: string;
  /** The name of the output or of the parameter, and the key of a map: `tables.a`. */
  readonly output: string;
  /** `gone`: nothing has that name any more; `other`: it shows something else; the rest: what it shows gets another id. */
  readonly what: "gone" | "other" | "destroyed" | "replaced" | "may-be-replaced";
  /** Addresses in the stack that gives it; none for `gone` and `other`. */
  readonly because: readonly string[];
  /** The stack that takes it. */
  readonly taker: string;
  /** False: the taker does without it from now on, and does not know so until it is applied. */
  readonly isStillTaken: boolean;
  /** What in the taker is made of the value, by address. */
  readonly resources: readonly TakenBy[];
}

/** A resource that is made of a value; what a new value does to it. */
interface TakenBy {
  readonly address: string;
  readonly action: "replace" | "may-replace" | "update";
}

/** Stacks on either side, and what changes in them. */
export interface Compared {
  readonly before: readonly StackOutput[];
  readonly after: readonly StackOutput[];
  readonly changes: readonly StackChange[];
}

/** What of the values that stacks take from each other changes, by giving stack, value and taker. */
export function takenChanges(compared: Compared): readonly TakenChange[] {
  const names = new Set([...compared.before, ...compared.after].map(({ name }) => name));
  const found = [...names].sort().flatMap((taker) => {
    const [old, next] = [find(compared.before, taker), find(compared.after, taker)];
    const now = new Map(readsIn(next ?? old).map((read) => [keyOf(read), read]));
    const gone = (next === undefined ? [] : readsIn(old)).filter((read) => !now.has(keyOf(read)));
    return [
      ...[...now.values()].flatMap((read) => changeOf(read, taker, true, compared)),
      ...gone.flatMap((read) => changeOf(read, taker, false, compared)),
    ];
  });
  const order = ({ stack, output, taker }: TakenChange) => JSON.stringify([stack, output, taker]);
  return found.sort((a, b) => compareTexts(order(a), order(b)));
}

/** A value that a stack takes, and what is made of it. */
interface TakenRead extends Read {
  readonly resources: readonly TakenBy[];
}

function readsIn(stack: StackOutput | undefined): readonly TakenRead[] {
  const found = new Map<string, TakenRead>();
  for (const [address, body] of stack?.resources ?? []) {
    for (const [argument, value] of Object.entries(body)) {
      const text = JSON.stringify(value);
      const action = actionOf(address, argument);
      for (const read of [...readsInText(text, stack)]) {
        const known = found.get(keyOf(read))?.resources ?? [];
        const others = known.filter((one) => one.address !== address);
        const same = known.filter((one) => one.address === address).map((one) => one.action);
        const resources = [...others, { address, action: worstOf([...same, action]) ?? action }];
        found.set(keyOf(read), { ...read, resources });
      }
    }
  }
  return [...found.values()];
}

function keyOf({ stack, output, key }: Read): string {
  return JSON.stringify([stack, output, key]);
}

function actionOf(address: string, argument: string): TakenBy["action"] {
  const effect = effectOfChange(address.slice(0, address.indexOf(".")), argument);
  return effect === "unknown" ? "may-replace" : effect;
}

function changeOf(
  read: TakenRead,
  taker: string,
  isStillTaken: boolean,
  compared: Compared,
): readonly TakenChange[] {
  const giver = compared.before.find((stack) => givenBy(stack, read) !== null);
  // What was never there has been told where it is referred to.
  if (giver === undefined) return [];
  const next = find(compared.after, giver.name);
  const changes = compared.changes.find(({ name }) => name === giver.name)?.changes ?? [];
  const said = whatOf(read, giver, next, changes);
  if (said === null || (!isStillTaken && said.what !== "destroyed")) return [];
  const output = read.key === null ? read.output : `${read.output}.${read.key}`;
  return [{ stack: giver.name, output, ...said, taker, isStillTaken, resources: read.resources }];
}

function whatOf(
  read: Read,
  before: StackOutput,
  after: StackOutput | undefined,
  changes: readonly ResourceChange[],
): Pick<TakenChange, "what" | "because"> | null {
  const old = asMovedText(givenBy(before, read) ?? "", after);
  const next = after === undefined ? null : givenBy(after, read);
  const shown = referencesIn(next ?? old);
  const among = (...actions: readonly Action[]) =>
    changes
      .filter(({ action, address, after: body }) =>
        shown.some(
          ({ to, attribute }) => to === address && actions.includes(action) && !isTold(body, attribute),
        ),
      )
      .map(({ address }) => address);
  const destroyed = among("destroy");
  if (destroyed.length > 0) return { what: "destroyed", because: destroyed };
  if (next === null) return { what: "gone", because: [] };
  if (next !== old) return { what: "other", because: [] };
  const replaced = among("replace");
  if (replaced.length > 0) return { what: "replaced", because: replaced };
  const maybe = among("may-replace");
  return maybe.length === 0 ? null : { what: "may-be-replaced", because: maybe };
}

/** True where the blueprint says the value itself, so that another resource has it too. */
function isTold(body: Body | null, attribute: string): boolean {
  const value = body?.[attribute];
  return value !== undefined && !(typeof value === "string" && value.includes("${"));
}

function find(stacks: readonly StackOutput[], name: string): StackOutput | undefined {
  return stacks.find((stack) => stack.name === name);
}
