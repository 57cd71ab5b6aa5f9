import type { Stage } from "../stage.ts";

/** The stage `subnet-address-blocks`. */
export const subnetAddressBlocksStage: Stage = {
  id: "subnet-address-blocks",
  title: "Give the subnets their IPv6 blocks",
  why: "Hosts get no address yet, neither those that run nor those that AWS starts meanwhile. New subnets that have IPv4 come here too",
  without: (network) => network,
};
