import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** Routes back are made in the stack's own account and region. */
export const peeringReturnRoutesElsewhere: Rule<"peering-return-routes-elsewhere"> = {
  id: "peering-return-routes-elsewhere",
  severity: "error",
  title: "A peering connection with peerRouteTableIds leads to a VPC of the same account and region.",
  why: "A stack works with the credentials of one account, in one region: there it finds no route table of another. The far side's own stack makes the routes back, to the blocks that this one shows as outputs.",
  sources: [transitFacts.providerIsOfOneRegion, transitFacts.peeringRoutesBothWays],
  check(network, report) {
    for (const { name, path, side, returnRoutes } of network.vpcPeeringConnections) {
      const isElsewhere = side.kind === "request" && !side.autoAccept;
      if (!isElsewhere || returnRoutes.length === 0) continue;
      report(
        [...path, "peerRouteTableIds"],
        `peering connection "${name}" leads to another account or region: its route tables cannot be changed from here`,
        "remove peerRouteTableIds, and make the routes back on the far side",
      );
    }
  },
};
