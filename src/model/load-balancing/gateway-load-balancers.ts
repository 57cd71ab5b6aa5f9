import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, present, report, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, loadBalancerName } from "../names.ts";
import { knownName, namesOf } from "../references.ts";
import type { GatewayLoadBalancer } from "../types/gateway-load-balancers.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";

/** The Gateway Load Balancers, sorted by name; those in an unknown tier, or with an unknown target group, are reported and left out. */
export function normaliseGatewayLoadBalancers(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): readonly GatewayLoadBalancer[] {
  const names = tiers.map(({ name }) => name);
  return present(
    sortedEntries(blueprint.network.gatewayLoadBalancers).map(([name, written]) => {
      const path: Path = ["network", "gatewayLoadBalancers", name];
      checkName(context, blueprint, name, path);
      const known = knownName(context, "subnet tier", written.subnets, names, [...path, "subnets"]);
      const groups = namesOf(blueprint.targetGroups);
      const group = knownName(context, "target group", written.targetGroup, groups, [...path, "targetGroup"]);
      const tier = tiers.find((one) => one.name === known);
      if (tier === undefined || group === null) return null;
      const { ipAddressType, crossZone, deletionProtection, tags } = written;
      const isDualStack = hasFamily(tier.addressing, "ipv4") && hasFamily(tier.addressing, "ipv6");
      return {
        ...{ name, path, crossZone, deletionProtection, tags },
        displayName: loadBalancerName(awsStackName(blueprint), awsNameOf(name, written)),
        tier: tier.name,
        subnets: tier.subnets.map(({ id }) => id),
        ipAddressType: ipAddressType ?? (isDualStack ? "dualstack" : "ipv4"),
        targetGroup: group,
      };
    }),
  );
}

/** Endpoint services name both kinds, and Terraform has one type for them. */
function checkName(context: Context, { loadBalancers }: Blueprint, name: string, path: Path): void {
  if (!Object.hasOwn(loadBalancers, name)) return;
  const message = `"${name}" is the name of a load balancer in loadBalancers, too`;
  report(context, "model/duplicate-load-balancer", path, message, "rename one of the two");
}
