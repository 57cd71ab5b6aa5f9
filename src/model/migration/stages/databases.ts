import type { Stage } from "../stage.ts";

/** The stage `databases`. */
export const databasesStage: Stage = {
  id: "databases",
  title: "Make databases and caches dual-stack",
  why: "Their clients have IPv6 by now and can be tried one at a time; IPv4 stays",
  without: (network) => network,
};
