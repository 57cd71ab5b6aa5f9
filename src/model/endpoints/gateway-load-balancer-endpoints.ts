import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  GatewayLoadBalancerEndpoint as WrittenEndpoint,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, present, report, sortedEntries } from "../context.ts";
import { awsStackName } from "../names.ts";
import { knownName, namesOf } from "../references.ts";
import type { EndpointServiceReference, GatewayLoadBalancerEndpoint } from "../types/inspection.ts";
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
      const { subnets, ipAddressType, tags } = written;
      const service = serviceOf(context, blueprint, written, path);
      const known = knownName(context, "subnet tier", subnets, names, [...path, "subnets"]);
      const tier = tiers.find((one) => one.name === known);
      if (tier === undefined || service === null) return null;
      return {
        ...{ name, path, service, tags },
        tier: tier.name,
        ipAddressType: ipAddressType ?? OF_ADDRESSING[tier.addressing],
        endpoints: inspectionEndpoints(awsStackName(blueprint), name, tier),
      };
    }),
  );
}

/** Exactly one of the two ways to say it. */
function serviceOf(
  context: Context,
  { network }: Blueprint,
  { serviceName, endpointService }: WrittenEndpoint,
  path: Path,
): EndpointServiceReference | null {
  if ((serviceName === undefined) === (endpointService === undefined)) {
    const both = serviceName === undefined ? "neither" : "both";
    const message = `the endpoint has ${both} of serviceName and endpointService`;
    const hint = "write endpointService for a service of this blueprint, else serviceName";
    report(context, "model/endpoint-service", path, message, hint);
    return null;
  }
  if (serviceName !== undefined) return { kind: "named", serviceName: serviceName as string };
  const services = network.vpcEndpointServices;
  const at = [...path, "endpointService"];
  const name = knownName(context, "endpoint service", endpointService, namesOf(services), at);
  const service = name === null ? undefined : services[name];
  if (name === null || service === undefined) return null;
  return { kind: "own", name, acceptanceRequired: service.acceptanceRequired };
}
