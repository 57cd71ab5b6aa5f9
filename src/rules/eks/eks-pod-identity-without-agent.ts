import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** The add-on that gives pods their credentials. */
const AGENT = "eks-pod-identity-agent";

/** Pods are given what they may take. */
export const eksPodIdentityWithoutAgent: Rule<"eks-pod-identity-without-agent"> = {
  id: "eks-pod-identity-without-agent",
  severity: "warning",
  title: "A cluster with roles by EKS Pod Identity has its agent.",
  why: "The pods ask an agent on their node for the role's credentials. Without it they find none, and act as the node's role or as nobody. On Fargate there is no agent: pods there take by: openIdConnect.",
  sources: [eksFacts.eksPodIdentityNeedsAgent],
  check({ eks }, report) {
    for (const { path, addons, podRoles } of eks.clusters) {
      const [first] = podRoles.filter(({ by }) => by === "podIdentity");
      if (first === undefined || addons.some(({ name }) => name === AGENT)) continue;
      report(
        [...path, "podRoles", first.name],
        `the pods of "${first.serviceAccount}" get this role from an agent that no add-on brings`,
        `write addons: { ${AGENT}: {} }, or by: openIdConnect`,
      );
    }
  },
};
