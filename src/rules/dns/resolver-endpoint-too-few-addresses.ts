import { dnsFacts } from "../../aws/facts/dns.ts";
import type { Rule } from "../rule.ts";

/** How many addresses AWS wants. */
const FEWEST = 2;

/** An endpoint has two addresses. */
export const resolverEndpointTooFewAddresses: Rule<"resolver-endpoint-too-few-addresses"> = {
  id: "resolver-endpoint-too-few-addresses",
  severity: "error",
  title: "A Resolver endpoint has two addresses at least.",
  why: "It has one address in each subnet of its tiers, and Route 53 Resolver refuses an endpoint with a single one. Terraform's plan does not know.",
  sources: [dnsFacts.resolverEndpointTwoAddresses],
  check({ route53 }, report) {
    for (const { name, path, addresses } of route53.resolverEndpoints) {
      if (addresses.length >= FEWEST) continue;
      report(
        [...path, "subnets"],
        `Resolver endpoint "${name}" has ${addresses.length === 0 ? "no address" : "one address"}, and AWS wants two`,
        "give its tier a second zone, or name a second tier",
      );
    }
  },
};
