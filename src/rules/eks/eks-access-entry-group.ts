import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** How the groups begin that Kubernetes keeps for itself. */
const OF_KUBERNETES = "system:";

/** Groups of Kubernetes' own are given by access policies. */
export const eksAccessEntryGroup: Rule<"eks-access-entry-group"> = {
  id: "eks-access-entry-group",
  severity: "error",
  title: "The groups of an access entry are none of Kubernetes' own.",
  why: "EKS refuses an access entry with a group that begins with system:, such as system:masters, and Terraform's plan does not know. Rights like those of system:masters come with the access policy AmazonEKSClusterAdminPolicy.",
  sources: [eksFacts.eksAccessEntryGroups],
  check({ eks }, report) {
    for (const { accessEntries } of eks.clusters) {
      for (const { path, kubernetesGroups } of accessEntries) {
        for (const group of kubernetesGroups) {
          if (!group.startsWith(OF_KUBERNETES)) continue;
          report(
            [...path, "kubernetesGroups"],
            `EKS refuses group "${group}"`,
            "write policies: { AmazonEKSClusterAdminPolicy: { accessScope: { cluster: {} } } } instead",
          );
        }
      }
    }
  },
};
