import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Who may call is named. */
export const eksEndpointOpenToWorld: Rule<"eks-endpoint-open-to-world"> = {
  id: "eks-endpoint-open-to-world",
  severity: "warning",
  title: "The public endpoint of a cluster is called from known addresses only.",
  why: "A public endpoint without publicAccessCidrs answers the whole internet, over IPv6 too in clusters with IPv6. What stands between a stranger and the cluster is then the login alone, and each flaw of the API server is everybody's. Nodes need no public endpoint: they use the private one.",
  sources: [eksFacts.eksEndpointOpenByDefault, eksFacts.eksEndpointDualStack],
  check(network, report) {
    for (const { name, path, endpointPublicAccess, publicAccessCidrs } of network.eks.clusters) {
      if (!endpointPublicAccess) continue;
      const open = publicAccessCidrs.filter(({ cidr }) => cidr.prefix.length === 0);
      const hint = "name who may call in publicAccessCidrs, or write endpointPublicAccess: false";
      const message = `the Kubernetes API of cluster "${name}" is open to the whole internet`;
      if (publicAccessCidrs.length === 0) report(atKey([...path, "endpointPublicAccess"]), message, hint);
      for (const { path: at, cidr } of open) report(at, `${message} (${cidr.text})`, hint);
    }
  },
};
