import { vpnFacts } from "../../aws/facts/vpn.ts";
import { contains } from "../../base/prefix.ts";
import { knownIpv4Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** What lies in the VPC is never behind a device. */
export const vpnStaticRouteInsideVpc: Rule<"vpn-static-route-inside-vpc"> = {
  id: "vpn-static-route-inside-vpc",
  severity: "warning",
  title: "The static routes of a VPN connection lead out of the VPC.",
  why: "A route table keeps packets for the VPC's own blocks in the VPC: of what a virtual private gateway propagates, the local route wins even against a smaller block. So nobody in the VPC reaches a block behind the device that lies in the VPC's own. Two networks that are to talk to each other need blocks that do not overlap.",
  sources: [vpnFacts.localRouteWins],
  check({ vpnConnections, vpc }, report) {
    for (const { name, routes } of vpnConnections) {
      for (const { path, destination } of routes) {
        const own = knownIpv4Blocks(vpc).find(({ cidr }) => contains(cidr.prefix, destination.prefix));
        if (own === undefined) continue;
        report(
          [...path, "destination"],
          `VPN connection "${name}" has a static route for ${destination.text}, which lies in the VPC's own ${own.cidr.text}`,
          "write the blocks behind the device; where they are the VPC's too, give one side others",
        );
      }
    }
  },
};
