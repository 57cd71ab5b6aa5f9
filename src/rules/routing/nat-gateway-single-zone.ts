import { routingFacts } from "../../aws/facts/routing.ts";
import { isLocalZone } from "../../model/addressing/local-zone.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesOfTiers } from "../../model/lookup.ts";
import { tiersRoutedTo } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** A NAT gateway in another zone is a second point of failure. */
export const natGatewaySingleZone: Rule<"nat-gateway-single-zone"> = {
  id: "nat-gateway-single-zone",
  severity: "warning",
  title: "A NAT gateway stands in every zone that uses it.",
  why: "A NAT gateway fails with its Availability Zone. Subnets of the other zones that share it then lose IPv4 and NAT64, and until then pay for traffic between zones. One in each zone costs more by the hour, which test environments may not want to pay.",
  sources: [routingFacts.natGatewayIsZonal, routingFacts.natGatewayPrice],
  check(network, report) {
    for (const { name, path, perZone, tier, gateways } of network.natGateways) {
      // A regional one is in every zone.
      if (tier === null) continue;
      const tiers = tiersRoutedTo(network, name);
      const own = gateways.flatMap(({ place }) => (place === null ? [] : [place.zone.letter]));
      // Few Local Zones have NAT gateways: subnets there go through the region.
      const others = zonesOfTiers(tiers).filter((zone) => !own.includes(zone) && !isLocalZone(zone));
      if (others.length === 0) continue;
      const users = tiers.filter((user) => zonesOfTiers([user]).some((zone) => others.includes(zone)));
      report(
        [...path, "perZone"],
        `NAT gateway "${name}" stands in ${zonesInWords(own)} only, and ${zonesInWords(others)} of ${users.map((user) => `"${user.name}"`).join(", ")} ${others.length === 1 ? "uses" : "use"} it`,
        perZone ? `give tier "${tier}" a subnet in each of these zones` : "write perZone: true",
      );
    }
  },
};
