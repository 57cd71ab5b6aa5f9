import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Owned } from "../../importer/merge/read-owned.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import type { UserHookFacts } from "../../model/hooks/normalise-hooks.ts";
import { withoutUserHooks } from "../../model/migration/without-user-hooks.ts";
import type { Network } from "../../model/types/network.ts";
import { type BlueprintFile, compile } from "../../pipeline.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { readNeighbours } from "../read-blueprints.ts";
import type { NetworkComparison } from "./compare-networks.ts";
import { reachedFurther, sightOf, withDifferences } from "./merge-differences.ts";
import type { ValidMerge } from "./merge-valid.ts";

/** What differs, each at its line, and what an apply leaves alone or makes; null: nothing could be built. */
export interface MergeComparison {
  readonly told: readonly Diagnostic[];
  readonly compared: NetworkComparison | null;
  /** Hooks of the project's own whose work is not compared: to know it they would have to run. */
  readonly hooksLeftOut: readonly string[];
  readonly findings: readonly Finding[];
}

/** Compares the blueprint, with all that was put in, with the network as it is: argument by argument, as Terraform does. */
export async function compareMerged(
  owned: Owned,
  inventory: Inventory,
  { merged, after, without }: ValidMerge,
  hooks: readonly UserHookFacts[] = [],
): Promise<MergeComparison> {
  const own = builtOf(after, readNeighbours([after.file], [after]), hooks);
  const found = builtOf({ file: `${merged.drafted.name}.yaml`, text: merged.drafted.text }, [], []);
  const wrong = own.error ?? found.error;
  if (own.network === null || found.network === null) {
    const what =
      own.error === null ? "the network as it is has no valid first draft" : "the blueprint has an error";
    const message = `nothing was compared argument by argument, for ${what}: ${wrong}`;
    const finding: Finding = {
      ...findingAbout(after.file, "import/not-compared", message),
      severity: "warning",
    };
    return { told: merged.told, compared: null, hooksLeftOut: [], findings: [finding] };
  }
  // It loads CDKTF.
  const { compareNetworks } = await import("./compare-networks.ts");
  const { network, without: hooksLeftOut } = withoutUserHooks(own.network);
  const compared = compareNetworks(network, found.network, sightOf(merged, inventory));
  const told = [
    ...withDifferences(owned, merged, compared, without),
    ...reachedFurther(owned, own.network, found.network),
  ];
  return { told, compared, hooksLeftOut, findings: [] };
}

interface Built {
  readonly network: Network | null;
  /** Why there is none. */
  readonly error: string | null;
}

function builtOf(
  file: BlueprintFile,
  neighbours: readonly BlueprintFile[],
  hooks: readonly UserHookFacts[],
): Built {
  const { networks, findings } = compile([file], "0000-00-00", hooks, undefined, neighbours);
  const error = findings.find(({ severity }) => severity === "error")?.message ?? null;
  return { network: networks[0] ?? null, error };
}
