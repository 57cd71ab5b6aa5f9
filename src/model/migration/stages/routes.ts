import type { Stage } from "../stage.ts";

/** The stage `routes`. */
export const routesStage: Stage = {
  id: "routes",
  title: "Lay the IPv6 routes, with the gateways they lead to",
  why: "With rules in place and no host with an address yet, routes can be looked at in peace. New route tables and NAT gateways come here too",
  without: (network) => network,
};
