import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { defaultRouteOf } from "../../model/routing/inspected-ways.ts";
import type { RouteTarget } from "../../model/types/routing.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** An appliance on the way in is on the way out too. */
export const inspectionInterfaceOneWay: Rule<"inspection-interface-one-way"> = {
  id: "inspection-interface-one-way",
  severity: "warning",
  title:
    "What comes in from the internet through an appliance's network interface leaves through the appliance.",
  why: "The internet gateway's route table sends what comes for the subnet to the appliance, and the subnet sends its answers straight to the internet gateway. An appliance that keeps state sees half of each connection and drops the rest. The interface for what leaves can be another one of the same appliance. One that only counts or mirrors packets can be meant: then accept this.",
  sources: [inspectionFacts.edgeRouteTables, inspectionFacts.asymmetricRoutingUnsupported],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { path, tier, subnet, family, target } of network.internetGatewayRoutes) {
      if (!isAppliance(target)) continue;
      const own = defaultRouteOf(network, subnet, family);
      if (own?.target.kind !== "internet-gateway") continue;
      tell(
        path,
        `the internet gateway sends what comes for tier "${tier}" through an appliance, but its answers leave past it`,
        `write inspection in network.subnets.${tier}`,
      );
    }
  },
};

function isAppliance({ kind }: RouteTarget): boolean {
  return kind === "network-interface" || kind === "instance";
}
