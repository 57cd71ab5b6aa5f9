import { routingFacts } from "../../aws/facts/routing.ts";
import { contains } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** Where AWS's own services answer inside a VPC; link-local addresses are never routed at all. */
const RESERVED = ["169.254.168.0/22", "fd00:ec2::/32", "fe80::/10"].map((text) => knownCidr(text));

/** What AWS answers by itself cannot be routed elsewhere. */
export const routeToReservedBlock: Rule<"route-to-reserved-block"> = {
  id: "route-to-reserved-block",
  severity: "error",
  title: "No route is for the addresses of AWS's own services in a VPC.",
  why: "The resolver, the time service and the instance metadata service answer at addresses of 169.254.168.0/22 and fd00:ec2::/32, which never leave the host's own hardware. EC2 refuses a route whose destination is one of these blocks or lies in it. Link-local addresses of fe80::/10 are not routed at all.",
  sources: [routingFacts.reservedRouteDestinations],
  check(network, report) {
    for (const { tier, blockRoutes: routes } of routesByTier(network)) {
      for (const { name, path, destination } of routes) {
        const reserved = RESERVED.find(({ prefix }) => contains(prefix, destination.prefix));
        if (reserved === undefined) continue;
        report(
          [...path, "destination"],
          `route "${name}" of tier "${tier.name}" is for ${destination.text}, and ${reserved.text} is AWS's own`,
          "remove the route",
        );
      }
    }
  },
};
