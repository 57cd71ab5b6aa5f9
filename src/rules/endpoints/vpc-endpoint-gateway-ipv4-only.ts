import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { routeFor, routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** A gateway endpoint has the families that its clients use. */
export const vpcEndpointGatewayIpv4Only: Rule<"vpc-endpoint-gateway-ipv4-only"> = {
  id: "vpc-endpoint-gateway-ipv4-only",
  severity: "warning",
  title: "A gateway endpoint carries IPv6 too where its tiers have an IPv6 way out.",
  why: "The address type says which routes the endpoint puts into the route tables. With ipv4 those for the service's IPv6 addresses are missing: what clients send to its dual-stack name takes the default route to the internet instead, past the endpoint and its policy, and a bucket policy that asks for the endpoint denies it.",
  sources: [vpcEndpointFacts.gatewayEndpointIpv4MissesAaaa, vpcEndpointFacts.gatewayEndpointAddressType],
  check(network, report) {
    for (const endpoint of network.vpcEndpoints) {
      if (endpoint.type.kind !== "gateway" || endpoint.ipAddressType !== "ipv4") continue;
      const passed = tiersWithIpv6WayOut(network, endpoint);
      if (passed.length === 0) continue;
      report(
        [...endpoint.path, "ipAddressType"],
        `gateway endpoint "${endpoint.name}" carries IPv4 only: IPv6 from ${passed.join(", ")} passes it by`,
        hintFor(network, endpoint),
      );
    }
  },
};

function tiersWithIpv6WayOut(network: Network, { tiers }: VpcEndpoint): readonly string[] {
  return routesOfIpv6Tiers(network)
    .filter(({ tier, routes }) => tiers.includes(tier.name) && routeFor(routes, knownCidr(ANY_IPV6)) !== null)
    .map(({ tier }) => `"${tier.name}"`);
}

function hintFor({ tiers }: Network, endpoint: VpcEndpoint): string {
  const addressings = new Set(
    tiers.filter(({ name }) => endpoint.tiers.includes(name)).map(({ addressing }) => addressing),
  );
  if (addressings.size > 1)
    return "give the tiers of each addressing an endpoint of their own: it is free of charge";
  return `write ipAddressType: ${addressings.has("ipv6-only") ? "ipv6" : "dualstack"}`;
}
