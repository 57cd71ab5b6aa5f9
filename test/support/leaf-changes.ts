import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Path } from "../../src/base/path.ts";
import type { Blueprint } from "../../src/blueprint/blueprint.generated.ts";
import { validateSchema } from "../../src/blueprint/validate-schema.ts";
import { argumentDifferences } from "../../src/change/argument-differences.ts";
import { normalise } from "../../src/model/normalise.ts";
import type { Network } from "../../src/model/types/network.ts";
import { leavesOf, otherValues, withTwins, withValueAt } from "./blueprint-leaves.ts";
import { at, isObject, parseJson } from "./json.ts";
import { referredMaps } from "./referred-maps.ts";
import { sectionOf, sweepBases } from "./sweep/sweep-base.ts";
import { stackText } from "./synth-json.ts";

/** Whether another value of a leaf shows in the stack; `no other value`: with each of them it is no blueprint. */
type Shown = "stack" | "nothing" | "no other value";

/** What another value of a leaf does. */
export interface LeafChange {
  readonly shown: Shown;
  /** What differs in the stack, such as `aws_subnet.ipv6_cidr_block`; a type alone where a resource comes or goes. */
  readonly differs: readonly string[];
}

/** The stack of a blueprint; null when the schema or the model refuses it. */
function see(data: unknown): string | null {
  const filled: unknown = structuredClone(data);
  if (validateSchema(filled).errors.length > 0) return null;
  const { network } = normalise(filled as Blueprint);
  if (network === null) return null;
  return stackOf(network);
}

/** A network with errors may be no stack at all: its rules say so. */
function stackOf(network: Network): string {
  try {
    return stackText({ ...network, name: "everything" });
  } catch {
    return "none";
  }
}

/** As it is when nothing of it is there yet, and no migration under way: then the stack has all of it. */
function asNew(data: unknown): unknown {
  if (!isObject(data) || !isObject(data["network"])) throw new Error("no network");
  const { migration: _, ...rest } = data;
  const { existing: __, ...vpc } = Object(data["network"]["vpc"]);
  return { ...rest, network: { ...data["network"], vpc } };
}

const VIEWS = [asNew, (data: unknown) => data];

/** `everything.yaml`, and what another value of each of its leaves does. */
export function leafChanges() {
  const text = readFileSync(new URL("../blueprint/ok/everything.yaml", import.meta.url), "utf8");
  const whole = withTwins(parse(text), referredMaps);
  const before = VIEWS.map((view) => see(view(whole)));
  /** What the value shows in the views: none behind the one that shows it in the stack, or in which it is no blueprint. */
  const changesBy = (changed: unknown): readonly LeafChange[] => {
    const changes: LeafChange[] = [];
    for (const [index, view] of VIEWS.entries()) {
      const change = changeBetween(before[index] ?? null, see(view(changed)));
      changes.push(change);
      if (change.shown === "stack" || change.shown === "no other value") break;
    }
    return changes;
  };
  /** Of the first value that shows in the stack; `tries` is how many are tried at most. */
  const changeOf = (path: Path, tries = 40): LeafChange => {
    const seen = new Set<Shown>();
    for (const value of otherValues(whole, path).slice(0, tries)) {
      const changes = changesBy(withValueAt(whole, path, value));
      const inStack = changes.find(({ shown }) => shown === "stack");
      if (inStack !== undefined) return inStack;
      for (const { shown } of changes) seen.add(shown);
    }
    return { shown: seen.has("nothing") ? "nothing" : "no other value", differs: [] };
  };
  const parts = new Map<string, Part | null>();
  /** The same in the part of the blueprint that the leaf belongs to: null where it does not show in that part's stack. */
  const changeInPart = (path: Path): LeafChange | null => {
    const name = sectionOf(path.join("."));
    const part = parts.get(name) ?? partOf(name);
    parts.set(name, part);
    if (part === null || valueIn(part.data, path) === undefined) return null;
    for (const value of otherValues(part.data, path)) {
      const change = changeBetween(part.stack, see(withValueAt(part.data, path, value)));
      if (change.shown === "stack") return change;
    }
    return null;
  };
  return { paths: leavesOf(parse(text)), before, changeOf, changeInPart };
}

/** A part of the blueprint that compiles by itself, several times as fast as the whole. */
interface Part {
  readonly data: unknown;
  readonly stack: string;
}

function partOf(section: string): Part | null {
  const base = sweepBases().get(section);
  if (base === undefined) return null;
  const maps = referredMaps.filter((path) => isObject(valueIn(base, path)));
  const data = withTwins(base, maps);
  const stack = see(data);
  if (stack === null) throw new Error(`the part ${section} of everything.yaml is no blueprint`);
  return { data, stack };
}

function valueIn(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => at(inner, step), value);
}

function changeBetween(one: string | null, other: string | null): LeafChange {
  if (one === null || other === null) return { shown: "no other value", differs: [] };
  if (other === "none" || other === one) return { shown: "nothing", differs: [] };
  return { shown: "stack", differs: differencesOf(one, other) };
}

function differencesOf(before: string, after: string): readonly string[] {
  const [one, other] = [before, after].map((text) => parseJson(text, "a stack"));
  const [old, made] = [resourcesOf(one), resourcesOf(other)];
  const found = [...new Set([...old.keys(), ...made.keys()])].flatMap((address) => {
    const type = address.slice(0, address.lastIndexOf("."));
    const [was, is] = [old.get(address), made.get(address)];
    if (was === undefined || is === undefined) return [type];
    return argumentDifferences(type, was, is).map(({ argument }) => `${type}.${argument}`);
  });
  const settings = ["provider", "terraform", "output"].filter(
    (key) => JSON.stringify(at(one, key)) !== JSON.stringify(at(other, key)),
  );
  return [...new Set(found), ...settings].sort();
}

function resourcesOf(stack: unknown): ReadonlyMap<string, Record<string, unknown>> {
  const of = (kind: string, prefix: string) =>
    Object.entries(Object(at(stack, kind) ?? {})).flatMap(([type, blocks]) =>
      Object.entries(Object(blocks)).map(
        ([id, body]) => [`${prefix}${type}.${id}`, isObject(body) ? body : {}] as const,
      ),
    );
  return new Map([...of("resource", ""), ...of("data", "data.")]);
}
