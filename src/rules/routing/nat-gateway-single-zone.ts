import { routingFacts } from "../../aws/facts/routing.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import { tiersRoutedTo } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** One NAT gateway for several zones is one point of failure. */
export const natGatewaySingleZone: Rule<"nat-gateway-single-zone"> = {
  id: "nat-gateway-single-zone",
  severity: "warning",
  title: "A NAT gateway that several zones use stands in each of them.",
  why: "A NAT gateway fails with its Availability Zone. Subnets of the other zones that share it then lose IPv4 and NAT64, and until then pay for traffic between zones. One in each zone costs more by the hour, which test environments may not want to pay.",
  sources: [routingFacts.natGatewayIsZonal, routingFacts.natGatewayPrice],
  check(network, report) {
    for (const { name, path, perZone, gateways } of network.natGateways) {
      const tiers = tiersRoutedTo(network, name);
      const users = tiers.map((tier) => `"${tier.name}"`);
      const zones = zonesOfSubnets(
        network,
        tiers.flatMap(({ subnets }) => subnets.map(({ id }) => id)),
      );
      if (perZone || zones.length < 2) continue;
      const zone = gateways[0]?.zone.letter ?? "";
      report(
        [...path, "perZone"],
        `NAT gateway "${name}" stands in zone ${zone} only, and ${zones.length} zones of ${users.join(", ")} use it`,
        "write perZone: true",
      );
    }
  },
};
