import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { zonesOfSubnets } from "../../model/lookup.ts";
import { inspectedWays } from "../../model/routing/inspected-ways.ts";
import type { Rule } from "../rule.ts";

/** What comes by a transit gateway is inspected in one zone. */
export const transitAttachmentWithoutApplianceMode: Rule<"transit-attachment-without-appliance-mode"> = {
  id: "transit-attachment-without-appliance-mode",
  severity: "warning",
  title: "An attachment whose subnets lead to inspection endpoints in several zones has appliance mode.",
  why: "A transit gateway enters a VPC in the zone that packets come from: a call and its answer enter in two zones when caller and server stand in two, and pass two endpoints, each of which sees half of the connection and drops it. Appliance mode keeps both directions in one zone. Where the endpoints keep no state, accept this.",
  sources: [inspectionFacts.asymmetricRoutingUnsupported, reachabilityFacts.transitGatewayKeepsZone],
  check(network, report) {
    const inspected = inspectedWays(network).map(({ subnet }) => subnet.id);
    for (const { name, path, subnets, applianceModeSupport } of network.transitGatewayAttachments) {
      const leading = subnets.filter((id) => inspected.includes(id));
      if (applianceModeSupport === "enable" || zonesOfSubnets(network, leading).length < 2) continue;
      report(
        [...path, "applianceModeSupport"],
        `attachment "${name}" enters in several zones, and what it brings is inspected in each by an endpoint of its own`,
        "write applianceModeSupport: enable",
      );
    }
  },
};
