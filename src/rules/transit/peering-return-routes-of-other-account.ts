import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** Routes back are made with the credentials of one account. */
export const peeringReturnRoutesOfOtherAccount: Rule<"peering-return-routes-of-other-account"> = {
  id: "peering-return-routes-of-other-account",
  severity: "warning",
  title: "A peering connection with peerRouteTableIds leads to a VPC of the same account.",
  why: "A stack works with the credentials of one account, and finds no route table of another. Which account that will be, the blueprint does not say: where peerOwnerId is the same, accept this or leave it out.",
  sources: [transitFacts.providerIsOfOneRegion],
  check(network, report) {
    for (const { name, path, side, returnRoutes } of network.vpcPeeringConnections) {
      if (side.kind !== "request" || side.peerOwnerId === null || returnRoutes.length === 0) continue;
      report(
        [...path, "peerRouteTableIds"],
        `peering connection "${name}" leads to account ${side.peerOwnerId}: only with its credentials can its route tables be changed`,
        "remove peerRouteTableIds, and make the routes back on the far side",
      );
    }
  },
};
