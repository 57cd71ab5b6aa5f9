import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** A service account has one role by EKS Pod Identity. */
export const eksPodRoleTwice: Rule<"eks-pod-role-twice"> = {
  id: "eks-pod-role-twice",
  severity: "error",
  title: "A service account of a cluster has one role by EKS Pod Identity.",
  why: "A pod gets the credentials of one role. EKS refuses the second association of a service account, and Terraform's plan does not know. One role takes all policies that the pods need.",
  sources: [eksFacts.eksPodIdentityOnce],
  check({ eks }, report) {
    for (const { podRoles } of eks.clusters) {
      const seen = new Map<string, string>();
      for (const { name, path, namespace, serviceAccount, by } of podRoles) {
        if (by !== "podIdentity") continue;
        const pods = `${namespace}/${serviceAccount}`;
        const first = seen.get(pods);
        if (first === undefined) seen.set(pods, name);
        else
          report(
            [...path, "serviceAccount"],
            `"${first}" is the role of service account ${pods} already`,
            "write its managedPolicies there",
          );
      }
    }
  },
};
