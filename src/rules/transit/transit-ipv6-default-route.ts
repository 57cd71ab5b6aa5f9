import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** IPv6 does not leave through the egress-only gateway of another VPC. */
export const transitIpv6DefaultRoute: Rule<"transit-ipv6-default-route"> = {
  id: "transit-ipv6-default-route",
  severity: "warning",
  title: "A tier sends ::/0 to a gateway of its own VPC, not to a transit gateway.",
  why: "An egress-only internet gateway serves addresses of its own VPC: what comes from here by a transit gateway is dropped there, and there is no NAT gateway for IPv6. What can be central is IPv4 through NAT gateways, and 64:ff9b::/96 through their NAT64. An egress-only internet gateway in each VPC costs nothing itself. Where the VPC at the far side translates prefixes (NAT66) with instances of its own, accept this.",
  sources: [transitFacts.ipv6EgressStaysInItsVpc, reachabilityFacts.gatewaysServeTheirVpc],
  check(network, report) {
    for (const { tier, routes } of routesOfIpv6Tiers(network)) {
      for (const { name, path, destination, target } of routes) {
        const isTransit = target.kind === "transit-gateway" || target.kind === "transit-gateway-attachment";
        if (!isTransit || networkText(destination) !== ANY_IPV6) continue;
        report(
          [...path, "target"],
          `route "${name}" of tier "${tier.name}" sends ${ANY_IPV6} to a transit gateway: no egress-only internet gateway of another VPC takes it`,
          `write internet: egress-only in tier "${tier.name}", and send ${ANY_IPV6} there`,
        );
      }
    }
  },
};
