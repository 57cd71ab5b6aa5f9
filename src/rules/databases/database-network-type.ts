import { databaseFacts } from "../../aws/facts/databases.ts";
import { databasesOf, tiersOfGroup } from "../../model/databases/database-lookup.ts";
import type { Rule } from "../rule.ts";

/** Dual-stack databases stand in dual-stack subnets. */
export const databaseNetworkType: Rule<"database-network-type"> = {
  id: "database-network-type",
  severity: "error",
  title: "A database of network type DUAL has a subnet group of dual-stack tiers only.",
  why: "RDS makes a dual-stack database only where every subnet of its group has an IPv6 block, for it may move to any of them, and answers NetworkTypeNotSupported otherwise.",
  sources: [databaseFacts.databaseDualNeedsIpv6InEverySubnet],
  check(network, report) {
    for (const { name, path, networkType, subnetGroup } of databasesOf(network)) {
      if (networkType !== "DUAL") continue;
      const tiers = tiersOfGroup(network, network.rds.subnetGroups, subnetGroup);
      const tier = tiers.find(({ addressing }) => addressing === "ipv4-only");
      if (tier === undefined) continue;
      report(
        [...path, "networkType"],
        `database "${name}" is dual-stack, but tier "${tier.name}" of subnet group "${subnetGroup}" has no IPv6`,
        `write addressing: dual-stack in tier "${tier.name}", or networkType: IPV4 here`,
      );
    }
  },
};
