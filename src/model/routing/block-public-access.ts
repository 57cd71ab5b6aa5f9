import { type PublicAccess, publicAccessUnder } from "../../aws/public-access.ts";
import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownTiers } from "../references.ts";
import type { Network } from "../types/network.ts";
import type { BlockPublicAccess, PublicAccessExclusion } from "../types/public-access.ts";
import type { SubnetId } from "../types/shared.ts";
import type { Tier } from "../types/subnets.ts";

/** What is said of VPC Block Public Access; null: nothing. */
export function normaliseBlockPublicAccess(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): BlockPublicAccess | null {
  const written = blueprint.network.blockPublicAccess;
  if (written === undefined) return null;
  const path: Path = ["network", "blockPublicAccess"];
  return {
    path,
    mode: written.internetGatewayBlockMode,
    isSetHere: written.setForAccountAndRegion,
    exclusions: sortedEntries(written.exclusions).map(([name, exclusion]): PublicAccessExclusion => {
      const at = [...path, "exclusions", name];
      const excluded =
        exclusion.subnets === undefined
          ? null
          : knownTiers(context, exclusion.subnets, tiers, [...at, "subnets"]);
      return {
        name,
        path: at,
        displayName: displayName(awsStackName(blueprint), name),
        mode: exclusion.internetGatewayExclusionMode,
        tiers: excluded?.map((tier) => tier.name) ?? null,
        scopes: excluded
          ?.flatMap(({ subnets }) => subnets)
          .map(({ id }) => ({ id: `${name}_${id}`, subnet: id })) ?? [{ id: name, subnet: null }],
        tags: exclusion.tags,
      };
    }),
  };
}

/** What passes between the subnet and the internet; null: what belongs to the VPC, and to no subnet. */
export function publicAccessOf(
  { blockPublicAccess }: Pick<Network, "blockPublicAccess">,
  subnet: SubnetId | null,
): PublicAccess {
  if (blockPublicAccess === null) return "open";
  const { mode, exclusions } = blockPublicAccess;
  const own = exclusions.filter(({ scopes }) =>
    scopes.some((scope) => scope.subnet === null || scope.subnet === subnet),
  );
  return publicAccessUnder(
    mode,
    own.map((exclusion) => exclusion.mode),
  );
}
