import type { Stage } from "../stage.ts";

/** The stage `instance-addresses`. */
export const instanceAddressesStage: Stage = {
  id: "instance-addresses",
  title: "Give the hosts their IPv6 addresses",
  why: "Now that blocks, rules, routes and types are there, an address works from its first moment. Names still lead to IPv4 alone, so clients notice nothing yet. New hosts come here too",
  without: (network) => network,
};
