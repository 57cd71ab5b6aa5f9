import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { pointerArguments } from "../../src/reports/pointers/pointer-arguments.generated.ts";
import { leavesOf, otherValues, withTwins, withValueAt } from "../../test/support/blueprint-leaves.ts";
import { isObject } from "../../test/support/json.ts";
import { patternOf } from "../../test/support/pattern-of.ts";
import { referredMaps } from "../../test/support/referred-maps.ts";
import { withoutYounger } from "../../test/support/sweep/sweep-base.ts";
import { stackText } from "../../test/support/synth-json.ts";
import { literal, otherReference } from "./literal.ts";

/** The arguments of a resource as Terraform's JSON has them, without references. */
export type Body = Readonly<Record<string, unknown>>;

/** One resource whose one argument is changed: what the provider is asked about. */
export interface Trial {
  readonly type: string;
  /** The argument, with the blocks it stands in: `root_block_device.volume_size`. */
  readonly argument: string;
  readonly kind: "change" | "set" | "unset";
  readonly before: Body;
  readonly after: Body;
}

const TRIES = 3;

/**
 * Every trial of these types that the blueprints' texts give: each value changed, and each top-level argument left out
 * and put in. No types: all.
 */
export function trialsOf(files: readonly URL[], types: readonly string[]): readonly Trial[] {
  const trials = new Map<string, Trial[]>();
  const add = (trial: Trial) => {
    const key = `${trial.type} ${trial.argument} ${trial.kind} ${variantOf(trial.before)}`;
    const others = trials.get(key) ?? [];
    // More than one: a value that the provider refuses says nothing, and some replace while others do not.
    if (others.length < TRIES) trials.set(key, [...others, trial]);
  };
  const isAsked = (type: string) => types.length === 0 || types.includes(type);
  for (const file of files) for (const trial of trialsIn(file, types)) if (isAsked(trial.type)) add(trial);
  return [...trials.values()].flat();
}

/** What makes the same argument mean another thing: kinds of load balancers, engines, target types. */
function variantOf(body: Body): string {
  return ["load_balancer_type", "engine", "target_type", "vpc_endpoint_type", "type"]
    .map((argument) => body[argument] ?? "")
    .join(" ");
}

function* trialsIn(file: URL, types: readonly string[]): Generator<Trial> {
  const written: unknown = withoutYounger(asNew(parse(readFileSync(file, "utf8"))));
  const whole = withTwins(
    written,
    referredMaps.filter(
      (path) => path.reduce<unknown>((at, step) => Object(at)[step], written) !== undefined,
    ),
  );
  const before = bodiesOf(whole);
  if (before === null) throw new Error(`with twins of what others name, ${file.pathname} makes no stack`);
  for (const [address, body] of before) yield* withoutEach(typeOf(address), body);
  for (const path of leavesOf(written)) {
    if (!mayChange(patternOf(path), types)) continue;
    for (const value of otherValues(whole, path).slice(0, TRIES)) {
      const after = bodiesOf(withValueAt(whole, path, value));
      if (after !== null) yield* differences(before, after);
    }
  }
}

/** A key that the table of pointers does not know yet may change anything. */
function mayChange(pattern: string, types: readonly string[]): boolean {
  const known = pointerArguments[pattern];
  if (types.length === 0 || known === undefined) return true;
  return known.some((one) => types.some((type) => one === type || one.startsWith(`${type}.`)));
}

type Bodies = ReadonlyMap<string, Body>;

function bodiesOf(data: unknown): Bodies | null {
  const { blueprint } = readBlueprint("everything.yaml", stringify(data));
  const network = blueprint === null ? null : normalise(blueprint).network;
  if (network === null) return null;
  try {
    return resourcesIn(JSON.parse(stackText({ ...network, name: "everything" })));
  } catch {
    return null; // Not every value makes a stack: another one is tried.
  }
}

function resourcesIn(json: unknown): Bodies {
  const types = Object(Object(json).resource) as Record<string, Record<string, Body>>;
  return new Map(
    Object.entries(types)
      .filter(([type]) => type.startsWith("aws_"))
      .flatMap(([type, ones]) =>
        Object.entries(ones).map(([id, body]): [string, Body] => [`${type}.${id}`, plain(body)]),
      ),
  );
}

/** A body by itself: references are made-up texts, and nothing hangs on other resources. */
function plain(body: Body): Body {
  const {
    depends_on: _,
    lifecycle: __,
    provisioner: ___,
    provider: ____,
    for_each: _____,
    count: ______,
    ...own
  } = body;
  return literal(own, "") as Body;
}

function typeOf(address: string): string {
  return address.slice(0, address.indexOf("."));
}

function* withoutEach(type: string, body: Body): Generator<Trial> {
  for (const argument of Object.keys(body)) {
    const { [argument]: _, ...rest } = body;
    yield { type, argument, kind: "unset", before: body, after: rest };
    yield { type, argument, kind: "set", before: rest, after: body };
    const other = otherReference(body[argument], argument);
    if (other !== null)
      yield { type, argument, kind: "change", before: body, after: { ...body, [argument]: other } };
  }
}

function* differences(before: Bodies, after: Bodies): Generator<Trial> {
  for (const [address, body] of before) {
    const other = after.get(address);
    if (other === undefined) continue;
    for (const key of Object.keys({ ...body, ...other })) {
      const argument = argumentThatDiffers(key, body[key], other[key]);
      if (argument === null || !(key in body) || !(key in other)) continue;
      yield {
        type: typeOf(address),
        argument,
        kind: "change",
        before: body,
        after: { ...body, [key]: other[key] },
      };
    }
  }
}

/** The dotted path to the one argument that differs; the block's own where more than one does. */
function argumentThatDiffers(name: string, one: unknown, other: unknown): string | null {
  if (JSON.stringify(one) === JSON.stringify(other)) return null;
  const pairs = childPairs(one, other);
  const inner = pairs.flatMap(([key, a, b]) => argumentThatDiffers(key, a, b) ?? []);
  if (pairs.length === 0 || inner.length !== 1) return name;
  const [own = ""] = inner;
  // Tags have the author's keys, and a list its places: the argument is the whole.
  return /^\d+$/.test(own) || /tags$|labels$/.test(name)
    ? name
    : `${name}.${own}`.replace(/\.\d+(?=\.)/g, "");
}

function childPairs(one: unknown, other: unknown): readonly (readonly [string, unknown, unknown])[] {
  const bothLists = Array.isArray(one) && Array.isArray(other) && one.length === other.length;
  if (!bothLists && !(isObject(one) && isObject(other))) return [];
  const [a, b] = [Object(one), Object(other)];
  return Object.keys({ ...a, ...b }).map((key) => [key, a[key], b[key]]);
}

/** As it is when nothing of it is there yet, and no migration is under way: then the stack has all of it. */
function asNew(data: unknown): unknown {
  const { migration: _, accept: __, ...rest } = Object(data);
  const { existing: ___, ...vpc } = Object(rest.network?.vpc);
  return { ...rest, network: { ...rest.network, vpc } };
}
