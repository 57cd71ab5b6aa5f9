import type { Stage } from "../stage.ts";

/** The stage `security`. */
export const securityStage: Stage = {
  id: "security",
  title: "Let in and out over IPv6 what security groups and network ACLs let over IPv4",
  why: "Rules come before routes and addresses: IPv6 addresses are globally routable, so the default route opens every host to the internet that has an address, and closed or forgotten rules would show only then. Rules that no packet meets yet cannot do harm",
  without: (network) => network,
};
