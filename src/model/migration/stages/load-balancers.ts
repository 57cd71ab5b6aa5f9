import type { Stage } from "../stage.ts";

/** The stage `load-balancers`. */
export const loadBalancersStage: Stage = {
  id: "load-balancers",
  title: "Make load balancers dual-stack and publish AAAA records",
  why: "The first stage that clients notice: from here on they come over IPv6. It comes when everything behind the balancers has been reached over IPv6 already",
  without: (network) => network,
};
