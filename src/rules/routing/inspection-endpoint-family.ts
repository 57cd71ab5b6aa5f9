import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { familyName } from "../../base/family-name.ts";
import { inspectedWays, inspectionOfRoute, placeOfTarget } from "../../model/routing/inspected-ways.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** An endpoint is made for the families that are sent through it. */
export const inspectionEndpointFamily: Rule<"inspection-endpoint-family"> = {
  id: "inspection-endpoint-family",
  severity: "warning",
  title: "An inspection endpoint has the families of the routes that lead to it.",
  why: "An endpoint of type ipv4 is made for IPv4 alone, and one of type ipv6 for IPv6 alone. dualstack takes both: the subnets of the endpoint have both families then, and so has the service behind it. Routes of the other family lead to an endpoint that is not made for them.",
  sources: [inspectionFacts.endpointAddressTypes],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { inspector, family, route, tier } of inspectedWays(network)) {
      if (inspector.kind === "vpc-endpoint") continue;
      const { name } = inspector;
      const written = inspectionOfRoute(network, inspector)?.ipAddressType;
      const type = written?.toLowerCase();
      if (type === undefined || type === "dualstack" || type === family) continue;
      const both = inspector.of === "network-firewall" ? "DUALSTACK" : "dualstack";
      tell(
        placeOfTarget(route),
        `tier "${tier.name}" sends ${familyName(family)} through "${name}", whose endpoints are of type ${written}`,
        `let them stand in a dual-stack tier, with ipAddressType: ${both}`,
      );
    }
  },
};
