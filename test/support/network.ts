import type { Diagnostic, Location } from "../../src/base/diagnostic.ts";
import { formatPath } from "../../src/base/path.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import type { UserHookFacts } from "../../src/model/hooks/normalise-hooks.ts";
import { normalise } from "../../src/model/normalise.ts";
import type { Network } from "../../src/model/types/network.ts";

/** The network of a blueprint's text; throws, naming every finding, when reading or normalising finds a mistake. */
export function networkFrom(yaml: string, userHooks: readonly UserHookFacts[] = []): Network {
  const { network, diagnostics } = tryNetworkFrom(yaml, userHooks);
  if (network === null) throw new Error(`no network:\n${diagnostics.map(describe).join("\n")}`);
  return network;
}

/** The network of a blueprint's text, or null, and what reading and normalising said. */
export function tryNetworkFrom(
  yaml: string,
  userHooks: readonly UserHookFacts[] = [],
): {
  readonly network: Network | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = readBlueprint("test.yaml", yaml);
  if (read.blueprint === null) return { network: null, diagnostics: read.diagnostics };
  const { network, diagnostics } = normalise(read.blueprint, userHooks);
  return { network, diagnostics: [...read.diagnostics, ...diagnostics] };
}

/** A diagnostic as `rule at path: message (hint)`. */
export function describe(diagnostic: Diagnostic): string {
  return `${diagnostic.rule} at ${placeOf(diagnostic.at)}: ${diagnostic.message} (${diagnostic.hint})`;
}

function placeOf(at: Location): string {
  if (at.kind === "file") return "the file";
  return at.kind === "path" ? formatPath(at.path) : `${at.start}`;
}
