import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { tiersOf } from "../../model/lookup.ts";
import { hasFamily, type Tier } from "../../model/types/subnets.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** An endpoint has the families that all its subnets have. */
export const vpcEndpointAddressType: Rule<"vpc-endpoint-address-type"> = {
  id: "vpc-endpoint-address-type",
  severity: "error",
  title: "The address type of a VPC endpoint fits all its tiers.",
  why: "An interface endpoint takes its addresses from its subnets: ipv4 needs IPv4 in all of them, dualstack both families in all, ipv6 IPv6-only subnets alone. For dualstack and ipv6 the same holds of a gateway endpoint and the subnets of its route tables. EC2 refuses the endpoint otherwise. Until IPv6 came to PrivateLink, about 2022, IPv6-only subnets could have no endpoint at all.",
  sources: [
    vpcEndpointFacts.endpointAddressTypeFitsSubnets,
    vpcEndpointFacts.gatewayEndpointAddressType,
    loadBalancingFacts.privateLinkServiceDualStack,
  ],
  check(network, report) {
    for (const endpoint of network.vpcEndpoints) {
      const wrong = tiersOf(network, endpoint.tiers).find((tier) => !fits(endpoint, tier));
      if (wrong === undefined) continue;
      const { ipAddressType } = endpoint;
      report(
        [...endpoint.path, "ipAddressType"],
        `VPC endpoint "${endpoint.name}" is of type ${ipAddressType}, but its tier "${wrong.name}" is ${wrong.addressing}`,
        endpoint.type.kind === "gateway"
          ? "give the tiers of each addressing an endpoint of their own: gateway endpoints are free of charge"
          : hintFor(wrong, endpoint.tiers.length),
      );
    }
  },
};

function fits({ ipAddressType, type }: VpcEndpoint, { addressing }: Tier): boolean {
  switch (ipAddressType) {
    case "ipv4":
      return type.kind === "gateway" || hasFamily(addressing, "ipv4");
    case "dualstack":
      return addressing === "dual-stack";
    case "ipv6":
      return addressing === "ipv6-only";
  }
}

function hintFor({ addressing }: Tier, tierCount: number): string {
  if (tierCount > 1) return "name one dual-stack tier: hosts of all tiers reach the endpoint there";
  if (addressing === "dual-stack") return "write ipAddressType: dualstack";
  return addressing === "ipv6-only" ? "write ipAddressType: ipv6" : "write ipAddressType: ipv4";
}
