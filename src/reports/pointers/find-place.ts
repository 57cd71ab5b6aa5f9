import { nearest } from "../../base/nearest.ts";
import { blueprintSchema, resolve, type Schema } from "../../blueprint/schema.ts";

/** A place that a blueprint can have. */
export interface Place {
  /** As it was asked for, with `<name>` and `[]` where nothing in particular was: `network.subnets.<name>.slot`. */
  readonly shown: string;
  /** The same with `*` for all that the author names or counts: `network.subnets.*.slot`. */
  readonly pattern: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** What to say of a pointer that leads nowhere. */
export interface NoPlace {
  /** The step that is not known. */
  readonly step: string;
  /** The place in which it was looked for; null: the root. */
  readonly inside: string | null;
  /** A pointer that there is; null when none is near. */
  readonly meant: string | null;
  /** What is there instead, where the author chooses the names. */
  readonly names?: readonly string[];
}

interface Walk {
  readonly steps: readonly string[];
  readonly pattern: readonly string[];
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The place of a pointer such as `network.subnets.app.slot`, `accept[0].rule` or `network.subnets.*`. */
export function findPlace(pointer: string): Place | NoPlace {
  const steps = stepsOf(pointer);
  let at: Walk = { steps: [], pattern: [], schema: blueprintSchema, isRequired: true };
  for (const [index, step] of steps.entries()) {
    const next = stepInto(at, step);
    if (next === null) return noPlace(at, step, steps.slice(index + 1));
    at = next;
  }
  return placeOf(at);
}

/** True for what was found. */
export function isPlace(found: Place | NoPlace): found is Place {
  return "pattern" in found;
}

/** `a.b[0]["c"]` in steps: keys, names and numbers. */
export function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.matchAll(/\["([^"]*)"\]|\[([^\]]*)\]|([^.[\]]+)/g);
  return [...steps].map(([, quoted, index, word]) => quoted ?? (index === "" ? "*" : index) ?? word ?? "");
}

function stepInto(walk: Walk, step: string): Walk | null {
  const { steps, pattern, schema } = walk;
  const { properties = {}, required = [] } = schema;
  const fixed = Object.hasOwn(properties, step) ? properties[step] : undefined;
  if (fixed === undefined) return stepIntoNamed(walk, step);
  return {
    steps: [...steps, steps.length === 0 ? step : `.${step}`],
    pattern: [...pattern, step],
    schema: resolve(fixed),
    isRequired: required.includes(step),
  };
}

/** Into an entry of a map whose names are the author's, or of a list. */
function stepIntoNamed({ steps, pattern, schema, isRequired }: Walk, step: string): Walk | null {
  const { additionalProperties, items } = schema;
  const isAny = step === "*" || /^<.*>$/.test(step);
  if (items !== undefined) {
    if (!isAny && !/^\d+$/.test(step)) return null;
    const shown = `[${isAny ? "" : step}]`;
    return { steps: [...steps, shown], pattern: [...pattern, "*"], schema: resolve(items), isRequired };
  }
  if (additionalProperties === undefined || additionalProperties === false) return null;
  const shown = isAny ? ".<name>" : `.${step}`;
  return {
    steps: [...steps, shown],
    pattern: [...pattern, "*"],
    schema: resolve(additionalProperties),
    isRequired,
  };
}

/** The nearest key, and the rest of the pointer behind it if it leads somewhere then. */
function noPlace(at: Walk, step: string, rest: readonly string[]): NoPlace {
  const inside = at.steps.join("");
  const near = nearest(step, Object.keys(at.schema.properties ?? {}));
  return {
    step,
    inside: inside === "" ? null : inside,
    meant: near === null ? null : meantBy(at, near, rest),
  };
}

function meantBy(at: Walk, near: string, rest: readonly string[]): string {
  const begin = stepInto(at, near);
  if (begin === null) return near;
  let walk = begin;
  for (const [index, step] of rest.entries()) {
    const next = stepInto(walk, step);
    if (next === null) return noPlace(walk, step, rest.slice(index + 1)).meant ?? walk.steps.join("");
    walk = next;
  }
  return walk.steps.join("");
}

function placeOf({ steps, pattern, schema, isRequired }: Walk): Place {
  return { shown: steps.join(""), pattern: pattern.join("."), schema, isRequired };
}

/** True for what can only be a pointer: rules have slashes and hyphens, a pointer has dots or is a key of the root. */
export function isPointer(word: string): boolean {
  return /^[^/[]+[.[]/.test(word) || Object.hasOwn(blueprintSchema.properties ?? {}, word);
}
