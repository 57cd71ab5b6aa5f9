import { transitFacts } from "../../aws/facts/transit.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import type { Rule } from "../rule.ts";

/** A table of a transit gateway holds one static route for a destination. */
export const transitGatewayRouteTwice: Rule<"transit-gateway-route-twice"> = {
  id: "transit-gateway-route-twice",
  severity: "error",
  title: "A route table of a transit gateway has one static route for a destination.",
  why: "EC2 refuses a second static route of the same destination (RouteAlreadyExists), at apply and not at plan. Which of the two was meant, Hextet cannot know. A propagated route of the same destination is taken, and loses against the static one.",
  sources: [transitFacts.oneStaticRoutePerDestination],
  check(network, report) {
    for (const table of network.transitGatewayRouteTables) {
      const taken = new Map<string, string>();
      for (const { name, path, destination } of table.routes) {
        const text = networkText(destination);
        const first = taken.get(text);
        if (first === undefined) {
          taken.set(text, name);
          continue;
        }
        report(
          [...path, "destination"],
          `route "${name}" of transit gateway route table "${table.name}" is for ${destination.text}, as is route "${first}"`,
          "remove one of them",
        );
      }
    }
  },
};
