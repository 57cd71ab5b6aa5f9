import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** With the map alone, its first writer is who made the cluster. */
export const eksCreatorWithoutRights: Rule<"eks-creator-without-rights"> = {
  id: "eks-creator-without-rights",
  severity: "error",
  title: "Who makes a cluster with authentication mode CONFIG_MAP is its administrator.",
  why: "The aws-auth map is written by somebody who is in the cluster, and at first that is who made it. EKS refuses a cluster where nobody could, and Terraform's plan does not know.",
  sources: [eksFacts.eksCreatorNeededForConfigMap],
  check({ eks }, report) {
    for (const { path, authenticationMode, bootstrapClusterCreatorAdminPermissions } of eks.clusters) {
      if (authenticationMode !== "CONFIG_MAP" || bootstrapClusterCreatorAdminPermissions) continue;
      report(
        [...path, "accessConfig", "bootstrapClusterCreatorAdminPermissions"],
        "EKS refuses this with authenticationMode: CONFIG_MAP",
        "leave it out, or write authenticationMode: API and accessEntries",
      );
    }
  },
};
