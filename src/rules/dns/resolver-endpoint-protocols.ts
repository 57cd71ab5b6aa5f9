import { dnsFacts } from "../../aws/facts/dns.ts";
import type { ResolverEndpoint } from "../../model/types/resolver.ts";
import type { Rule } from "../rule.ts";

/** Which protocols go together. */
export const resolverEndpointProtocols: Rule<"resolver-endpoint-protocols"> = {
  id: "resolver-endpoint-protocols",
  severity: "error",
  title: "A Resolver endpoint speaks protocols that it can have together.",
  why: "DoH-FIPS is for inbound endpoints, and an endpoint speaks DNS over HTTPS in one of its two forms. Route 53 Resolver refuses the rest, and Terraform's plan does not know.",
  sources: [dnsFacts.resolverEndpointProtocols],
  check({ route53 }, report) {
    for (const endpoint of route53.resolverEndpoints) {
      const wrong = wrongWith(endpoint);
      if (wrong !== null) report([...endpoint.path, "protocols"], wrong, "write DoH beside Do53");
    }
  },
};

function wrongWith({ direction, protocols }: ResolverEndpoint): string | null {
  if (!protocols.includes("DoH-FIPS")) return null;
  if (direction === "OUTBOUND") return "an outbound Resolver endpoint has no DoH-FIPS";
  return protocols.includes("DoH") ? "a Resolver endpoint has DoH or DoH-FIPS, not both" : null;
}
