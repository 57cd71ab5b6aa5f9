import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** Routes back are made in the stack's own region. */
export const peeringReturnRoutesElsewhere: Rule<"peering-return-routes-elsewhere"> = {
  id: "peering-return-routes-elsewhere",
  severity: "error",
  title: "A peering connection with peerRouteTableIds leads to a VPC of the same region.",
  why: "A stack works in one region: there it finds no route table of another, and the apply fails. The far side's own stack makes the routes back, to the blocks that this one shows as outputs.",
  sources: [transitFacts.providerIsOfOneRegion, transitFacts.peeringRoutesBothWays],
  check(network, report) {
    for (const { name, path, side, returnRoutes } of network.vpcPeeringConnections) {
      const region = side.kind === "request" ? side.peerRegion : null;
      if (region === null || region === network.region || returnRoutes.length === 0) continue;
      report(
        [...path, "peerRouteTableIds"],
        `peering connection "${name}" leads to ${region}: its route tables cannot be changed from here`,
        "remove peerRouteTableIds, and make the routes back on the far side",
      );
    }
  },
};
