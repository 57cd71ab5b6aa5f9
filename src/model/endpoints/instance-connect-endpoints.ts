import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { zonesOfTierNamed } from "../addressing/tier-zones.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownName, knownNames } from "../references.ts";
import type { InstanceConnectEndpoint } from "../types/vpc-endpoints.ts";

/** The EC2 Instance Connect endpoints, sorted by name; one in an unknown tier or zone is reported and left out. */
export function normaliseInstanceConnectEndpoints(
  context: Context,
  blueprint: Blueprint,
  { tiers, zones, securityGroups }: Declared,
): readonly InstanceConnectEndpoint[] {
  const tierNames = tiers.map(({ name }) => name);
  return present(
    sortedEntries(blueprint.network.instanceConnectEndpoints).map(([name, written]) => {
      const path: Path = ["network", "instanceConnectEndpoints", name];
      const tier = knownName(context, "subnet tier", written.subnet, tierNames, [...path, "subnet"]);
      const letters = zonesOfTierNamed(blueprint, written.subnet, zones).map(({ letter }) => letter);
      const zone = written.zone ?? letters[0];
      if (
        zone === undefined ||
        !checkReference(context, "availability zone", zone, letters, [...path, "zone"])
      )
        return null;
      if (tier === null) return null;
      return {
        name,
        path,
        displayName: displayName(awsStackName(blueprint), name),
        tier,
        subnet: `${tier}_${zone}`,
        securityGroups: knownNames(context, "security group", written.securityGroups, securityGroups, [
          ...path,
          "securityGroups",
        ]),
        ipAddressType: written.ipAddressType ?? null,
        preserveClientIp: written.preserveClientIp,
        tags: written.tags,
      };
    }),
  );
}
