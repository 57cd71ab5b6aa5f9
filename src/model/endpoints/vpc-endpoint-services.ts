import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownNames, namesOf } from "../references.ts";
import type { GatewayLoadBalancer } from "../types/gateway-load-balancers.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";
import type { VpcEndpointService } from "../types/vpc-endpoint-services.ts";

/** What of a load balancer of either kind a service follows from. */
type Offered = Pick<LoadBalancer | GatewayLoadBalancer, "name" | "ipAddressType">;

/** The endpoint services, sorted by name; unknown load balancers are reported and left out. */
export function normaliseVpcEndpointServices(
  context: Context,
  blueprint: Blueprint,
  loadBalancers: readonly Offered[],
): readonly VpcEndpointService[] {
  const known = [...namesOf(blueprint.loadBalancers), ...namesOf(blueprint.network.gatewayLoadBalancers)];
  return sortedEntries(blueprint.network.vpcEndpointServices).map(([name, written]): VpcEndpointService => {
    const path: Path = ["network", "vpcEndpointServices", name];
    const at = [...path, "loadBalancers"];
    const own = knownNames(context, "load balancer", written.loadBalancers, known, at);
    const areDualStack = loadBalancers
      .filter((balancer) => own.includes(balancer.name))
      .every(({ ipAddressType }) => ipAddressType === "dualstack");
    const supported = written.supportedIpAddressTypes ?? (areDualStack ? ["ipv4", "ipv6"] : ["ipv4"]);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      loadBalancers: own,
      supportedIpAddressTypes: [...supported].sort(),
      acceptanceRequired: written.acceptanceRequired,
      allowedPrincipals: [...written.allowedPrincipals].sort(),
      privateDnsName: written.privateDnsName ?? null,
      supportedRegions: regionsOf(blueprint.region, written.supportedRegions),
      tags: written.tags,
    };
  });
}

/** With the blueprint's own, which AWS counts among them; none where the author names none. */
function regionsOf(own: string, written: readonly string[]): readonly string[] {
  return written.length === 0 ? [] : [...new Set([own, ...written])].sort();
}
