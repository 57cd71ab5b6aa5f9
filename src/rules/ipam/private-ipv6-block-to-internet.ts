import { ipamFacts } from "../../aws/facts/ipam.ts";
import { poolNamed } from "../../model/addressing/ipam/ipam-lookup.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Route } from "../../model/types/routing.ts";
import type { Rule } from "../rule.ts";

/** Private IPv6 addresses are not sent to the internet. */
export const privateIpv6BlockToInternet: Rule<"private-ipv6-block-to-internet"> = {
  id: "private-ipv6-block-to-internet",
  severity: "warning",
  title: "A tier in a private IPv6 block has no IPv6 route to an internet gateway.",
  why: "Private IPv6 addresses are not routed on the internet, and there is no NAT66 to hide them: what the route sends out gets no answer. Such hosts reach the internet through a host or proxy with a public address in another subnet.",
  sources: [ipamFacts.ipamPrivateIpv6IsNotRouted],
  check(network, report) {
    const blocks = privateBlocks(network);
    const tiers = routesByTier(network).filter(({ tier }) => blocks.includes(tier.ipv6Block));
    for (const { tier, routes } of tiers) {
      for (const { path, derived } of routes.filter(isIpv6ToInternet)) {
        report(
          path,
          `tier "${tier.name}" has private IPv6 addresses, which the internet does not answer`,
          derived
            ? "write internet: none, or take a public block"
            : "remove the route, or take a public block",
        );
      }
    }
  },
};

function isIpv6ToInternet({ destination, target }: Route): boolean {
  const isOut = target.kind === "internet-gateway" || target.kind === "egress-only-internet-gateway";
  return isOut && destination.prefix.family === "ipv6";
}

/** Ids of the VPC's blocks that come from private pools of the blueprint. */
function privateBlocks(network: Network): readonly (string | null)[] {
  return ipv6Blocks(network.vpc)
    .filter(({ source }) => {
      if (source.kind !== "ipam" || source.pool.kind !== "name") return false;
      return poolNamed(network, source.pool.name)?.scope === "private";
    })
    .map(({ id }) => id);
}
