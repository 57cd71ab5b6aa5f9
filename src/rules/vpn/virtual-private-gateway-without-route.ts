import { vpnFacts } from "../../aws/facts/vpn.ts";

import type { Rule } from "../rule.ts";

/** A gateway that no route leads to is reached by nobody. */
export const virtualPrivateGatewayWithoutRoute: Rule<"virtual-private-gateway-without-route"> = {
  id: "virtual-private-gateway-without-route",
  severity: "warning",
  title: "A virtual private gateway with VPN connections is reached by a route of some tier.",
  why: "Hosts send packets to a virtual private gateway by a route in the table of their own subnet: one that is written, or those that the gateway propagates. Propagation is off unless a table asks for it, with BGP and with static routes of a VPN connection alike. Without a route the tunnels come up and carry answers to nobody.",
  sources: [vpnFacts.routesToVirtualPrivateGateway],
  check({ virtualPrivateGateways, vpnConnections, routeTables }, report) {
    const targets = routeTables
      .flatMap(({ routes, prefixListRoutes }) => [...routes, ...prefixListRoutes])
      .map(({ target }) => target);
    for (const { name, path, propagations } of virtualPrivateGateways) {
      const isReached =
        propagations.length > 0 ||
        targets.some((target) => target.kind === "own-virtual-private-gateway" && target.name === name);
      const isUsed = vpnConnections.some(
        ({ gateway }) => gateway.kind === "virtual-private-gateway" && gateway.name === name,
      );
      if (isReached || !isUsed) continue;
      report(
        path,
        `virtual private gateway "${name}" has VPN connections, and no tier has a route to it`,
        "name tiers in its routePropagation, or write a route to it",
      );
    }
  },
};
