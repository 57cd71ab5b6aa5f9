import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Access entries are asked. */
export const eksAccessEntriesMode: Rule<"eks-access-entries-mode"> = {
  id: "eks-access-entries-mode",
  severity: "error",
  title: "A cluster with access entries has an authentication mode that asks them.",
  why: "With authenticationMode CONFIG_MAP a cluster asks its aws-auth map alone, and EKS refuses access entries.",
  sources: [eksFacts.eksAccessEntriesNeedApi],
  check({ eks }, report) {
    for (const { path, authenticationMode, accessEntries } of eks.clusters) {
      if (authenticationMode !== "CONFIG_MAP" || accessEntries.length === 0) continue;
      report(
        atKey([...path, "accessEntries"]),
        "EKS refuses access entries with authenticationMode: CONFIG_MAP",
        "write authenticationMode: API_AND_CONFIG_MAP",
      );
    }
  },
};
