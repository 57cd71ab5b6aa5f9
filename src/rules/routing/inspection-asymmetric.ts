import { inspectionFacts } from "../../aws/facts/inspection.ts";
import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { familyName } from "../../base/family-name.ts";
import {
  defaultRouteOf,
  type InspectedWay,
  inspectedWays,
  isInspector,
  isSameInspector,
  placeOfTarget,
  wordsOf,
} from "../../model/routing/inspected-ways.ts";
import type { Network } from "../../model/types/network.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** What looks at packets sees both directions of a connection. */
export const inspectionAsymmetric: Rule<"inspection-asymmetric"> = {
  id: "inspection-asymmetric",
  severity: "error",
  title: "Packets that leave for the internet through an inspection endpoint come back through the same one.",
  why: "A subnet's default route to an endpoint of a firewall or of a Gateway Load Balancer holds for what leaves. What comes in takes the internet gateway's own route table, by each subnet's IPv4 and IPv6 block, and goes straight to the subnet where none is there. A firewall that has seen half of a connection drops the rest: AWS supports no asymmetric routing. An egress-only internet gateway takes no route table, so that IPv6 answers never come back through an endpoint before it.",
  sources: [
    inspectionFacts.asymmetricRoutingUnsupported,
    inspectionFacts.edgeRouteTables,
    reachabilityFacts.statefulOnTheWayBack,
  ],
  check(network, report) {
    const tell = reportOnce(report);
    for (const way of inspectedWays(network)) {
      const mistake = mistakeOf(network, way);
      if (mistake !== null) tell(placeOfTarget(way.route), mistake.message, mistake.hint);
    }
    for (const { path, tier, subnet, family, target } of network.internetGatewayRoutes) {
      const own = defaultRouteOf(network, subnet, family);
      if (own === null || !isInspector(target) || isSameInspector(own.target, target)) continue;
      const to = wordsOf(target);
      const message = `the internet gateway sends what comes for tier "${tier}" to ${to}, but its ${familyName(family)} answers leave past it`;
      tell(
        path,
        message,
        `write inspection in network.subnets.${tier}, or route ${own.destination.text} there`,
      );
    }
  },
};

function mistakeOf(
  network: Network,
  { tier, subnet, family, route, inspector, place, onward }: InspectedWay,
) {
  const sends = `tier "${tier.name}" sends ${route.destination.text} through ${wordsOf(inspector)}`;
  if (onward?.target.kind === "egress-only-internet-gateway") {
    const message = `${sends} to the egress-only internet gateway, which hands the answers straight to the tier`;
    return { message, hint: `write internet: public in network.subnets.${place?.name}` };
  }
  const back = network.internetGatewayRoutes.find((one) => one.subnet === subnet.id && one.family === family);
  const comesBack = back !== undefined && isSameInspector(back.target, inspector);
  if (comesBack || onward?.target.kind !== "internet-gateway") return null;
  const message = `${sends}, but the internet gateway hands ${familyName(family)} answers straight to ${subnet.id}`;
  return {
    message,
    hint: `write inspection in network.subnets.${tier.name}, or network.internetGatewayRoutes.${tier.name}`,
  };
}
