import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** Somebody may call the API. */
export const eksNobodyEnters: Rule<"eks-nobody-enters"> = {
  id: "eks-nobody-enters",
  severity: "error",
  title: "Somebody has rights in a cluster.",
  why: "With bootstrapClusterCreatorAdminPermissions: false not even who made the cluster may call its Kubernetes API. An access entry without an access policy is known to the cluster and may do nothing: role bindings for its groups, as the aws-auth map, are made by somebody who is in already. So the cluster stands, costs, and nobody enters until somebody makes an entry by hand.",
  sources: [eksFacts.eksCreatorIsAdministrator],
  check(network, report) {
    // Terraform of one's own beside it may add entries.
    if (network.extensions.length > 0) return;
    for (const cluster of network.eks.clusters) {
      const { name, path, authenticationMode, bootstrapClusterCreatorAdminPermissions, accessEntries } =
        cluster;
      // With the map alone EKS refuses it: another rule's.
      if (bootstrapClusterCreatorAdminPermissions || authenticationMode === "CONFIG_MAP") continue;
      if (accessEntries.some(({ policies }) => policies.length > 0)) continue;
      report(
        [...path, "accessConfig", "bootstrapClusterCreatorAdminPermissions"],
        `nobody has rights in cluster "${name}"`,
        "write accessEntries with a policy such as AmazonEKSClusterAdminPolicy, or leave this out",
      );
    }
  },
};
