import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, present, sortedEntries } from "../context.ts";
import { awsStackName } from "../names.ts";
import { knownName } from "../references.ts";
import type { GatewayLoadBalancerEndpoint } from "../types/inspection.ts";
import type { Tier } from "../types/subnets.ts";
import type { EndpointAddressType } from "../types/vpc-endpoints.ts";
import { inspectionEndpoints } from "./inspection-endpoints.ts";

const OF_ADDRESSING: Readonly<Record<Tier["addressing"], EndpointAddressType>> = {
  "dual-stack": "dualstack",
  "ipv6-only": "ipv6",
  "ipv4-only": "ipv4",
};

/** The Gateway Load Balancer endpoints, sorted by name; those in an unknown tier are reported and left out. */
export function normaliseGatewayLoadBalancerEndpoints(
  context: Context,
  blueprint: Blueprint,
  tiers: readonly Tier[],
): readonly GatewayLoadBalancerEndpoint[] {
  const names = tiers.map(({ name }) => name);
  return present(
    sortedEntries(blueprint.network.gatewayLoadBalancerEndpoints).map(([name, written]) => {
      const path: Path = ["network", "gatewayLoadBalancerEndpoints", name];
      const { serviceName, subnets, ipAddressType, tags } = written;
      const known = knownName(context, "subnet tier", subnets, names, [...path, "subnets"]);
      const tier = tiers.find((one) => one.name === known);
      if (tier === undefined) return null;
      return {
        ...{ name, path, serviceName, tags },
        tier: tier.name,
        ipAddressType: ipAddressType ?? OF_ADDRESSING[tier.addressing],
        endpoints: inspectionEndpoints(awsStackName(blueprint), name, tier),
      };
    }),
  );
}
