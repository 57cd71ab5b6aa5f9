import { byText } from "../base/compare-texts.ts";
import { atValue, type Diagnostic } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
import { familyName } from "../base/family-name.ts";
import { formatPath, type Path } from "../base/path.ts";
import { parsePrefix } from "../base/prefix.ts";
import type { ModelRuleId } from "./model-rules.ts";
import type { Cidr } from "./types/shared.ts";

/** What normalising shares: where mistakes go. A value that could not be read is null, and has been reported. */
export interface Context {
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Reports a mistake that normalising itself finds; such mistakes are always errors. */
export function report(
  context: Context,
  rule: ModelRuleId,
  path: Path,
  message: string,
  hint?: string,
): void {
  context.report({ rule, severity: "error", message, at: atValue(path), hint: hint ?? null });
}

/** True when `name` is one of `candidates`; otherwise reports `model/unknown-name` with the nearest one. */
export function checkReference<Name extends string>(
  context: Context,
  kind: string,
  name: string,
  candidates: readonly Name[],
  path: Path,
): name is Name {
  if (candidates.some((candidate) => candidate === name)) return true;
  const known = candidates.length === 0 ? "the blueprint has none" : `known: ${candidates.join(", ")}`;
  report(
    context,
    "model/unknown-name",
    path,
    `unknown ${kind} ${JSON.stringify(name)} in ${formatPath(path)}`,
    didYouMean(name, candidates, known),
  );
  return false;
}

/** Reads a block as the author wrote it; reports `model/invalid-cidr` and returns null when it is none. */
export function readCidr(
  context: Context,
  text: string,
  path: Path,
  family: "ipv4" | "ipv6" | "any",
): Cidr | null {
  const prefix = parsePrefix(text);
  const wanted = family === "any" ? "IPv4 or IPv6" : familyName(family);
  if (prefix === null || (family !== "any" && prefix.family !== family)) {
    const example = family === "ipv4" ? "10.20.0.0/16" : "2001:db8::/56";
    report(
      context,
      "model/invalid-cidr",
      path,
      `${JSON.stringify(text)} is no ${wanted} block`,
      `write it as ${JSON.stringify(example)}`,
    );
    return null;
  }
  return { text, prefix };
}

/** True for the text that stands for a block of another stack: the schema lets no author write such a one. */
export function isElsewhere(text: string): boolean {
  return text.startsWith("{");
}

/** The entries of a name-keyed map, sorted by name, so that the author's order never reaches the output. */
export function sortedEntries<T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(byText(([name]) => name));
}

/** The list without its nulls. */
export function present<T>(values: readonly (T | null)[]): readonly T[] {
  return values.filter((value): value is T => value !== null);
}
