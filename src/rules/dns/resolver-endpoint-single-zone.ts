import { dnsFacts } from "../../aws/facts/dns.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** An endpoint outlives a zone. */
export const resolverEndpointSingleZone: Rule<"resolver-endpoint-single-zone"> = {
  id: "resolver-endpoint-single-zone",
  severity: "warning",
  title: "A Resolver endpoint stands in two zones.",
  why: "When the only zone of an endpoint fails, names of the other network are found nowhere, in the zones that are well neither.",
  sources: [dnsFacts.resolverEndpointTwoAddresses],
  check(network, report) {
    for (const { name, path, addresses } of network.route53.resolverEndpoints) {
      const zones = zonesOfSubnets(
        network,
        addresses.map(({ subnet }) => subnet),
      );
      const [zone] = zones;
      // One address alone is another rule's.
      if (addresses.length < 2 || new Set(zones).size !== 1 || zone === undefined) continue;
      report(
        [...path, "subnets"],
        `all addresses of Resolver endpoint "${name}" are in zone ${zone}`,
        "name a tier of another zone too",
      );
    }
  },
};
