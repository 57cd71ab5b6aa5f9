import { routingFacts } from "../../aws/facts/routing.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import { nat64Ways } from "../../model/routing/nat64-ways.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** One host is a single point of failure, and one in another zone a second one. */
export const nat64InstanceSingleZone: Rule<"nat64-instance-single-zone"> = {
  id: "nat64-instance-single-zone",
  severity: "warning",
  title: "An instance that translates IPv6 to IPv4 stands in every zone that uses it.",
  why: "An instance fails with its zone, its host or its disk, and AWS puts no other one into its place. Who shares one loses every IPv4-only destination with it, and pays for traffic between zones until then. With one in each zone a failure stays in its zone; a NAT gateway does not fail with a single host.",
  sources: [routingFacts.instanceIsZonal, routingFacts.natGatewayIsZonal],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { instance, tier, zones, path, derived } of nat64Ways(network)) {
      const own = zonesOfSubnets(network, [instance.subnet]);
      const others = zones.filter((zone) => !own.includes(zone));
      if (others.length === 0) continue;
      tell(
        path,
        `instance "${instance.name}", which translates for tier "${tier}", stands in ${zonesInWords(own)}, and ${zonesInWords(others)} ${others.length === 1 ? "uses" : "use"} it`,
        derived
          ? "name an instance of each zone in nat64Instances"
          : "write nat64: true and nat64Instances, with an instance of each zone, instead of the route",
      );
    }
  },
};
