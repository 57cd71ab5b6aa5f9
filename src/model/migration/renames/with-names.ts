import type { Diagnostic } from "../../../base/diagnostic.ts";
import { invariant } from "../../../base/invariant.ts";
import type { Path } from "../../../base/path.ts";
import { isRecord } from "../../../base/untrusted-json.ts";
import type { Blueprint } from "../../../blueprint/blueprint.generated.ts";
import { policyReferenceText, readPolicyReference } from "../../compute/policy-reference.ts";
import type { Rename } from "../../types/renames.ts";
import { followExisting } from "./follow-existing.ts";

/** Says what a blueprint gets wrong. */
export type Judge = (blueprint: Blueprint) => readonly Diagnostic[];

/**
 * The blueprint with the mark of each renamed thing for its name, wherever it is named. What names it is found by
 * asking: whatever the model no longer knows after the name has gone is a reference to it.
 */
export function withMarks(blueprint: Blueprint, renames: readonly Rename[], judge: Judge): Blueprint {
  const marked = structuredClone(blueprint);
  // The innermost first: their paths have the outer names in them.
  const inwards = [...renames].sort((a, b) => b.path.length - a.path.length);
  for (const { path, mark } of inwards) {
    const thing = valueAt(marked, path);
    invariant(isRecord(thing), `no ${path.join(".")}`);
    Reflect.deleteProperty(thing, "renamedFrom");
    renameKey(marked, path, mark);
  }
  followExisting(marked, renames);
  while (follow(marked, unknownNames(judge(marked)), renames));
  return marked;
}

/** The blueprint with another text for each mark. */
export function withoutMarks(
  marked: Blueprint,
  renames: readonly Rename[],
  nameOf: (rename: Rename) => string,
): Blueprint {
  const named: Blueprint = JSON.parse(
    renames.reduce((text, rename) => text.replaceAll(rename.mark, nameOf(rename)), JSON.stringify(marked)),
  );
  return named;
}

function unknownNames(diagnostics: readonly Diagnostic[]): readonly Path[] {
  return diagnostics.flatMap(({ rule, at }) =>
    rule === "model/unknown-name" && at.kind === "path" ? [at.path] : [],
  );
}

/** Writes the next marks that may be meant by unknown names; false where none is. A key at a time: others may be below it. */
function follow(blueprint: Blueprint, paths: readonly Path[], renames: readonly Rename[]): boolean {
  const values = paths.flatMap((path) => {
    const value = valueAt(blueprint, path);
    const mark = nextMark(nameIn(value), renames);
    return mark === undefined ? [] : [{ path, value: withName(value, mark) }];
  });
  for (const { path, value } of values) put(blueprint, path, value);
  if (values.length > 0) return true;
  const [key] = paths.flatMap((path) => {
    const mark = nextMark(path.at(-1), renames);
    return mark === undefined ? [] : [{ path, mark }];
  });
  if (key !== undefined) renameKey(blueprint, key.path, key.mark);
  return key !== undefined;
}

/** A policy's reference has the name in it; all others are the name. */
function nameIn(value: unknown): unknown {
  return typeof value === "string" ? (readPolicyReference(value)?.name ?? value) : value;
}

function withName(value: unknown, name: string): string {
  const reference = typeof value === "string" ? readPolicyReference(value) : null;
  return reference === null ? name : policyReferenceText({ ...reference, name });
}

/** Of the things of that name the first; of the marks of such things the one after it. */
function nextMark(name: unknown, renames: readonly Rename[]): string | undefined {
  const tried = renames.findIndex(({ mark }) => mark === name);
  const wanted = tried < 0 ? name : renames[tried]?.to;
  return renames.find(({ to }, index) => index > tried && to === wanted)?.mark;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isRecord(value) ? value[step] : undefined;
  }, root);
}

function put(root: unknown, path: Path, value: unknown): void {
  const parent = valueAt(root, path.slice(0, -1));
  invariant(typeof parent === "object" && parent !== null, `no ${path.join(".")}`);
  Reflect.set(parent, path.at(-1) ?? "", value);
}

function renameKey(root: unknown, path: Path, name: string): void {
  const value = valueAt(root, path);
  const parent = valueAt(root, path.slice(0, -1));
  invariant(isRecord(parent), `no ${path.join(".")}`);
  Reflect.deleteProperty(parent, path.at(-1) ?? "");
  put(root, [...path.slice(0, -1), name], value);
}
