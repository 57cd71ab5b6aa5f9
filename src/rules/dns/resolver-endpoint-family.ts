import { dnsFacts } from "../../aws/facts/dns.ts";
import { familyName } from "../../base/family-name.ts";
import { familiesOfEndpoint } from "../../model/dns/forwarding-rules.ts";
import { tiersOf } from "../../model/lookup.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** Every subnet of an endpoint has what its type says. */
export const resolverEndpointFamily: Rule<"resolver-endpoint-family"> = {
  id: "resolver-endpoint-family",
  severity: "error",
  title: "The subnets of a Resolver endpoint have the families of its type.",
  why: "The type of an endpoint is that of all its addresses: an IPV4 endpoint finds no address in an IPv6-only subnet, an IPV6 one none in a subnet without IPv6, and a DUALSTACK one needs both in each.",
  sources: [dnsFacts.resolverEndpointTypeOfAllAddresses],
  check(network, report) {
    for (const endpoint of network.route53.resolverEndpoints) {
      const { path, tiers, resolverEndpointType } = endpoint;
      for (const { name, addressing } of tiersOf(network, tiers)) {
        const [missing] = familiesOfEndpoint(endpoint).filter((family) => !hasFamily(addressing, family));
        if (missing === undefined) continue;
        report(
          [...path, "subnets"],
          `tier "${name}" is ${addressing}, so that a Resolver endpoint of type ${resolverEndpointType} gets no ${familyName(missing)} address there`,
          `write resolverEndpointType: ${addressing === "ipv6-only" ? "IPV6" : "IPV4"}, or name dual-stack tiers`,
        );
      }
    }
  },
};
