import { eksFacts } from "../../aws/facts/eks.ts";
import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { atKey } from "../../base/diagnostic.ts";
import { networkText } from "../../model/addressing/cidr.ts";
import { routesByTier } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** A control plane that goes out by the cluster's subnets needs a way there. */
export const eksControlPlaneWithoutRoute: Rule<"eks-control-plane-without-route"> = {
  id: "eks-control-plane-without-route",
  severity: "warning",
  title: "A control plane that is CUSTOMER_ROUTED has a way out of each of the cluster's subnets.",
  why: "With CUSTOMER_ROUTED the calls of the control plane to webhooks and OIDC providers leave from private addresses in the cluster's subnets, by their routes. A route to the internet gateway does not serve them, for they have no public IPv4 address. Without a way out such calls hang, and the mode can never be taken back. Accept this where all that it calls is inside.",
  sources: [eksFacts.eksControlPlaneEgress],
  check(network, report) {
    const blind = routesByTier(network)
      .filter(({ isComplete }) => isComplete)
      .filter(
        ({ routes }) =>
          !routes.some(
            ({ destination, target }) =>
              networkText(destination) === ANY_IPV4 && target.kind !== "internet-gateway",
          ),
      )
      .map(({ tier }) => tier.name);
    for (const { name, path, tiers, controlPlaneEgressMode } of network.eks.clusters) {
      if (controlPlaneEgressMode !== "CUSTOMER_ROUTED") continue;
      const without = tiers.filter((tier) => blind.includes(tier));
      if (without.length === 0) continue;
      report(
        atKey([...path, "controlPlaneEgressMode"]),
        `the control plane of "${name}" goes out by ${without.map((tier) => `"${tier}"`).join(", ")}, where no IPv4 route leads out`,
        "write natGateway in these tiers, or leave controlPlaneEgressMode out",
      );
    }
  },
};
