import { type Diagnostic, hasErrors } from "../base/diagnostic.ts";
import type { Path } from "../base/path.ts";
import type { Blueprint } from "../blueprint/blueprint.generated.ts";
import type { BlueprintFile } from "../blueprint/blueprint-file.ts";
import type { Environment } from "../blueprint/environment.ts";
import type { IncludedDiagnostics } from "../blueprint/include.ts";
import type { LiftedReference } from "../blueprint/lift-references.ts";
import { type Instance, readInstances } from "../blueprint/read-instances.ts";
import type { Source } from "../blueprint/source.ts";
import type { UserHookFacts } from "../model/hooks/normalise-hooks.ts";
import { normalise } from "../model/normalise.ts";
import type { Network } from "../model/types/network.ts";

/** A blueprint, or one environment of one, as it was read and normalised. */
export interface Read {
  readonly source: Source;
  readonly name: string | null;
  /** Null: the blueprint has no environments. */
  readonly environment: Environment | null;
  readonly blueprint: Blueprint | null;
  /** Null when an error was found. */
  readonly network: Network | null;
  readonly references: readonly LiftedReference[];
  readonly diagnostics: readonly Diagnostic[];
  readonly included: readonly IncludedDiagnostics[];
  /** Where the values of the environment stand in the blueprint, in the order written. */
  readonly values: readonly Path[];
  /** The same stack with only the first so many of these values. */
  readonly withFirst: (count: number) => Read;
}

/** Reads a file and normalises each stack that it describes. */
export function readFile(file: BlueprintFile, userHooks: readonly UserHookFacts[]): readonly Read[] {
  return readInstances(file).map((instance) => normaliseOne(instance, userHooks));
}

function normaliseOne(instance: Instance, userHooks: readonly UserHookFacts[]): Read {
  const { blueprint, name, environment, references, source, diagnostics: found, included, values } = instance;
  const withFirst = (count: number) => normaliseOne(instance.withFirst(count), userHooks);
  const stopped = {
    source,
    name,
    environment,
    blueprint,
    references,
    included,
    values,
    withFirst,
    network: null,
  };
  if (blueprint === null || hasErrors(found)) return { ...stopped, diagnostics: found };
  const { network: made, diagnostics: unresolved } = normalise(blueprint, userHooks);
  const diagnostics = [...found, ...unresolved];
  const network = made === null || environment === null ? made : { ...made, environment };
  return { ...stopped, network: hasErrors(diagnostics) ? null : network, diagnostics };
}
