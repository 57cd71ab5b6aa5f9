import { isRecord, listOf, textOf, valueIn } from "../base/untrusted-json.ts";
import type { Body } from "./types.ts";

/** Paths of the arguments that Terraform leaves as AWS has them, such as `scaling_config.desired_size`; `all`: every one. */
export function ignoredIn(body: Body): ReadonlySet<string> {
  const ignored = valueIn(body, "lifecycle", "ignore_changes");
  const texts = [ignored, ...listOf(ignored)].flatMap((name) => textOf(name) ?? []);
  return new Set(texts.map((text) => text.replaceAll(/\[\d+\]/g, "")));
}

/** A body without the arguments at these paths. */
export function withoutArguments(body: Body, paths: ReadonlySet<string>): Body {
  return [...paths].reduce<Body>((rest, path) => withoutPath(rest, path.split(".")), body);
}

function withoutPath(body: Body, [key = "", ...inner]: readonly string[]): Body {
  const { [key]: value, ...others } = body;
  if (value === undefined || inner.length === 0) return others;
  const strip = (one: unknown) => (isRecord(one) ? withoutPath(one, inner) : one);
  return { ...body, [key]: Array.isArray(value) ? value.map(strip) : strip(value) };
}

/** Paths of the arguments that were left as AWS has them and are no more: an apply sets them, whatever they are by then. */
export function releasedArguments(before: Body, after: Body): readonly string[] {
  const now = ignoredIn(after);
  return [...ignoredIn(before)].filter(
    (path) => !now.has("all") && !now.has(path) && valueAt(after, path) !== undefined,
  );
}

/** The value at a path; of a block that is written as a list, in its first. */
export function valueAt(body: Body, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((inner, key) => valueIn(Array.isArray(inner) ? inner[0] : inner, key), body);
}
