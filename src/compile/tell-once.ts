import type { Finding } from "../reports/findings/finding.ts";
import type { Read } from "./read-file.ts";

/** A finding, and the stack that it was found in. */
export interface FoundIn<Found extends Finding> {
  readonly one: Pick<Read, "environment" | "source">;
  readonly finding: Found;
}

/**
 * The findings as people read them. Environments are one text: what was found in all of a blueprint's is said once, what was found in
 * some names them. `all` are the stacks that were looked at.
 */
export function tellOnce<Found extends Finding>(
  found: readonly FoundIn<Found>[],
  all: readonly Pick<Read, "environment" | "source">[],
): readonly Found[] {
  const groups = new Map<
    string,
    { readonly file: string; readonly finding: Found; readonly names: Set<string> }
  >();
  for (const { one, finding } of found) {
    const { file } = one.source;
    const key = JSON.stringify([file, finding]);
    const group = groups.get(key) ?? { file, finding, names: new Set<string>() };
    groups.set(key, group);
    if (one.environment !== null) group.names.add(one.environment.name);
  }
  return [...groups.values()].flatMap(({ file, finding, names }) => {
    const others = all.filter(({ source, environment }) => source.file === file && environment !== null);
    if (names.size >= others.length) return [finding];
    // Where it is written once for all environments, one that needs it is enough.
    if (finding.rule === "accept-unused") return [];
    return [{ ...finding, message: `${finding.message} (${inWords([...names])})` }];
  });
}

function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  const before = names.slice(0, -1);
  return before.length === 0 ? `environment ${last}` : `environments ${before.join(", ")} and ${last}`;
}
