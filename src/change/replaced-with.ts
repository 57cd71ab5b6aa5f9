import { isRecord, listOf, valueIn } from "../base/untrusted-json.ts";
import { effectOfChange, isUnsure } from "./argument-differences.ts";
import { referencesIn } from "./references-in.ts";
import type { Action, ArgumentDifference, Body, Effect, StackOutput } from "./types.ts";
import { worstOf } from "./worst-of.ts";

/** A change that follows from the replacement of others. */
export interface Drawn {
  readonly action: "replace" | "may-replace" | "update";
  /** The replaced resources that it refers to, sorted. */
  readonly because: readonly string[];
}

interface Direct {
  readonly address: string;
  readonly action: Action | "none";
  readonly differences: readonly ArgumentDifference[];
}

/** What references may lead to. */
interface Known {
  readonly after: StackOutput;
  readonly replaced: Replacements;
  /** Arguments that are written otherwise, as `<address>.<argument>`, and whether their value is another one for certain. */
  readonly changed: ReadonlyMap<string, Replaced>;
}

type Replaced = "replace" | "may-replace";
type Replacements = Map<string, Replaced>;

/**
 * Resources that are replaced because of what they refer to: the id of a replaced resource is another one, so an
 * argument that replaces when it changes does so. An attribute that the replaced resource is told, such as its name,
 * stays known.
 */
export function replacedWith(
  direct: readonly Direct[],
  before: StackOutput,
  after: StackOutput,
): ReadonlyMap<string, Drawn> {
  const replaced = replacedByThemselves(direct, before, after);
  const changed = new Map(
    direct.flatMap(({ address, differences }) =>
      differences.map((one): [string, Replaced] => [
        `${address}.${one.argument.split(".", 1)[0]}`,
        isUnsure(one) ? "may-replace" : "replace",
      ]),
    ),
  );
  const stay = direct.filter(({ action }) => !NEW_OR_GONE.has(action)).map(({ address }) => address);
  const drawn = new Map<string, Drawn>();
  // Each round follows the references one step further.
  let grew = true;
  while (grew) {
    grew = stay.filter((address) => drawIn(address, { after, replaced, changed }, drawn)).length > 0;
  }
  return drawn;
}

const NEW_OR_GONE: ReadonlySet<string> = new Set(["create", "import", "destroy", "forget"]);

function replacedByThemselves(
  direct: readonly Direct[],
  before: StackOutput,
  after: StackOutput,
): Replacements {
  const resources = direct.flatMap(({ address, action }): [string, Replaced][] =>
    action === "replace" || action === "may-replace" ? [[address, action]] : [],
  );
  // What a data source answers to another question may be the same all the same.
  const data = [...after.data].flatMap(([address, body]): [string, Replaced][] => {
    const old = before.data.get(address);
    return old === undefined || JSON.stringify(old) === JSON.stringify(body)
      ? []
      : [[address, "may-replace"]];
  });
  return new Map([...resources, ...data]);
}

/** True when something new was found out about the resource. */
function drawIn(address: string, known: Known, drawn: Map<string, Drawn>): boolean {
  const found = drawnInto(address, known);
  const old = drawn.get(address);
  const isOld = old?.action === found?.action && old?.because.length === found?.because.length;
  if (found === null || isOld) return false;
  drawn.set(address, found);
  const { replaced } = known;
  if (found.action !== "update" && replaced.get(address) !== "replace") replaced.set(address, found.action);
  return true;
}

function drawnInto(address: string, known: Known): Drawn | null {
  const body = known.after.resources.get(address) ?? {};
  const type = address.slice(0, address.indexOf("."));
  const triggers = listOf(valueIn(body, "lifecycle", "replace_triggered_by"));
  const causes = [
    ...triggers.flatMap((trigger) => causesIn(trigger, known, "replace")),
    ...Object.entries(body).flatMap(([name, value]) =>
      name === "lifecycle" || name === "depends_on" ? [] : causesIn(value, known, effectOfChange(type, name)),
    ),
  ].filter(({ to }) => to !== address);
  const action = worstOf(causes.map((cause) => cause.action));
  if (action === undefined) return null;
  return { action, because: [...new Set(causes.map(({ to }) => to))].sort() };
}

interface Cause {
  readonly to: string;
  readonly action: Drawn["action"];
}

/** What in a value is another one than before; `effect`: what the argument does when it changes. */
function causesIn(value: unknown, known: Known, effect: Effect): readonly Cause[] {
  if (Array.isArray(value)) return value.flatMap((item) => causesIn(item, known, effect));
  if (isRecord(value)) return Object.values(value).flatMap((item) => causesIn(item, known, effect));
  if (typeof value !== "string") return [];
  return referencesIn(value).flatMap(({ to, attribute }): readonly Cause[] => {
    const certainty = certaintyOf(to, attribute, known);
    if (certainty === null) return [];
    if (effect === "update") return [{ to, action: "update" }];
    return [{ to, action: effect === "replace" ? certainty : "may-replace" }];
  });
}

/** Whether an attribute has another value than before: `replace` for certain, null for no. */
function certaintyOf(to: string, attribute: string, { after, replaced, changed }: Known): Replaced | null {
  const written = changed.get(`${to}.${attribute}`);
  if (written !== undefined) return written;
  const isTold = isKnown(after.resources.get(to) ?? after.data.get(to), attribute);
  return isTold ? null : (replaced.get(to) ?? null);
}

/** Whether an attribute is what the stack itself says, and not what AWS answers. */
function isKnown(body: Body | undefined, attribute: string): boolean {
  const value = body?.[attribute];
  return value !== undefined && !(typeof value === "string" && value.includes("${"));
}
