import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { GatewayLoadBalancer } from "../../model/types/gateway-load-balancers.ts";
import type { GatewayLoadBalancerEndpoint } from "../../model/types/inspection.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpointService } from "../../model/types/vpc-endpoint-services.ts";
import type { Rule } from "../rule.ts";

/** An endpoint fits the service of the same blueprint. */
export const gatewayLoadBalancerEndpointService: Rule<"gateway-load-balancer-endpoint-service"> = {
  id: "gateway-load-balancer-endpoint-service",
  severity: "error",
  title: "A Gateway Load Balancer endpoint has the kind, the zones and the families of its service.",
  why: "EC2 makes such an endpoint only for a service in front of Gateway Load Balancers, in a zone in which one of them stands, and with addresses of families that the service supports.",
  sources: [vpcEndpointFacts.gatewayEndpointInZonesOfService, vpcEndpointFacts.endpointTypeFitsService],
  check(network, report) {
    for (const endpoint of network.gatewayLoadBalancerEndpoints) {
      const { name, path, service: reference } = endpoint;
      const service =
        reference.kind === "own"
          ? network.vpcEndpointServices.find((one) => one.name === reference.name)
          : undefined;
      const mistake = service === undefined ? null : mistakeOf(network, endpoint, service);
      if (mistake === null) continue;
      report([...path, "endpointService"], `endpoint "${name}" ${mistake.what}`, mistake.hint);
    }
  },
};

interface Mistake {
  readonly what: string;
  readonly hint: string;
}

function mistakeOf(
  network: Network,
  endpoint: GatewayLoadBalancerEndpoint,
  service: VpcEndpointService,
): Mistake | null {
  const balancers = network.gatewayLoadBalancers.filter(({ name }) => service.loadBalancers.includes(name));
  if (balancers.length === 0) {
    const what = `leads to endpoint service "${service.name}", which stands in front of no Gateway Load Balancer`;
    return { what, hint: "name a service in front of one" };
  }
  const missing = endpoint.endpoints
    .map(({ zone }) => zone.letter)
    .filter((zone) => !zonesOf(network, balancers).includes(zone));
  if (missing.length > 0) {
    const what = `stands in ${zonesInWords(missing)}, where no load balancer of "${service.name}" does`;
    return { what, hint: "let both stand in tiers of the same zones" };
  }
  const families = endpoint.ipAddressType === "dualstack" ? ["ipv4", "ipv6"] : [endpoint.ipAddressType];
  const supported: readonly string[] = service.supportedIpAddressTypes;
  const odd = families.find((family) => !supported.includes(family));
  if (odd === undefined) return null;
  const what = `is of type ${endpoint.ipAddressType}, and endpoint service "${service.name}" supports ${supported.join(" and ")} only`;
  return {
    what,
    hint: "write an ipAddressType that the service supports, or let its load balancers be dualstack",
  };
}

function zonesOf(network: Network, balancers: readonly GatewayLoadBalancer[]): readonly string[] {
  return zonesOfSubnets(
    network,
    balancers.flatMap(({ subnets }) => subnets),
  );
}
