import { bitsOf, contains } from "../../base/prefix.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { knownBlocks } from "../addressing/vpc.ts";
import { routeFor, routesByTier } from "../routing/route-lookup.ts";
import type { Network } from "../types/network.ts";
import type { ResolverTarget } from "../types/resolver.ts";
import type { RouteTarget } from "../types/routing.ts";
import { familiesOfEndpoint, forwardingRules } from "./forwarding-rules.ts";

/** A server that queries do not get to from a tier of the endpoint. */
interface TargetWithoutWay {
  readonly target: ResolverTarget;
  readonly tier: string;
  readonly why: "no-route" | "closed-internet";
}

/** The servers of rules to which a tier of their endpoint has no way; families that the endpoint has not are another's. */
export function targetsWithoutWay(network: Network): readonly TargetWithoutWay[] {
  const routed = routesByTier(network).filter(({ isComplete }) => isComplete);
  return forwardingRules(network).flatMap(({ endpoint, targets }) =>
    targets
      .filter((target) => familiesOfEndpoint(endpoint).includes(target.family) && !isInside(network, target))
      .flatMap((target) =>
        routed
          .filter(({ tier }) => endpoint.tiers.includes(tier.name))
          .flatMap(({ tier, routes }): readonly TargetWithoutWay[] => {
            const route = routeFor(routes, cidrOf(target));
            if (route === null) return [{ target, tier: tier.name, why: "no-route" }];
            const isClosed = target.family === "ipv6" && isInternet(route.target);
            return isClosed ? [{ target, tier: tier.name, why: "closed-internet" }] : [];
          }),
      ),
  );
}

function cidrOf({ family, address }: ResolverTarget) {
  return knownCidr(`${address}/${bitsOf(family)}`);
}

function isInside({ vpc }: Network, target: ResolverTarget): boolean {
  return knownBlocks(vpc).some(({ prefix }) => contains(prefix, cidrOf(target).prefix));
}

function isInternet({ kind }: RouteTarget): boolean {
  return kind === "internet-gateway" || kind === "egress-only-internet-gateway";
}
