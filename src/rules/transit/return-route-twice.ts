import { routingFacts } from "../../aws/facts/routing.ts";
import type { Rule } from "../rule.ts";

/** A route table of the far side gets one route back for each block. */
export const returnRouteTwice: Rule<"return-route-twice"> = {
  id: "return-route-twice",
  severity: "error",
  title: "A route table of the far side stands in the peerRouteTableIds of one link.",
  why: "Each link writes a route to every block of this VPC into the tables it names, and a table holds one route for a destination: EC2 refuses the second (RouteAlreadyExists), at apply and not at plan. Two zones of a tier often have one table.",
  sources: [routingFacts.oneRoutePerDestination],
  check({ vpcPeeringConnections, transitGatewayAttachments, references }, report) {
    const first = new Map<string, string>();
    for (const { name, path, returnRoutes } of [...vpcPeeringConnections, ...transitGatewayAttachments]) {
      for (const id of new Set(returnRoutes.map(({ routeTableId }) => routeTableId))) {
        const table = references.find(({ token }) => token === id)?.thing ?? id;
        const before = first.get(table);
        first.set(table, before ?? `${id} of "${name}"`);
        if (before === undefined) continue;
        const message = `"${name}" writes its routes back into ${id}, which has them from ${before}`;
        report([...path, "peerRouteTableIds"], message, "name the table once");
      }
    }
  },
};
