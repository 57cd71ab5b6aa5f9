import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** Somebody can call the API. */
export const eksEndpointClosed: Rule<"eks-endpoint-closed"> = {
  id: "eks-endpoint-closed",
  severity: "error",
  title: "A cluster has a private or a public endpoint.",
  why: "With neither endpoint nobody could call the Kubernetes API, the nodes included: EKS refuses that.",
  sources: [eksFacts.eksEndpointPrivateOrPublic],
  check(network, report) {
    for (const { name, path, endpointPrivateAccess, endpointPublicAccess } of network.eks.clusters) {
      if (endpointPrivateAccess || endpointPublicAccess) continue;
      report(
        [...path, "endpointPrivateAccess"],
        `cluster "${name}" has neither a private nor a public endpoint`,
        "write endpointPrivateAccess: true",
      );
    }
  },
};
