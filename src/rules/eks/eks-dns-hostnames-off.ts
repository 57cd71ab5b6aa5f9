import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** Nodes have names. */
export const eksDnsHostnamesOff: Rule<"eks-dns-hostnames-off"> = {
  id: "eks-dns-hostnames-off",
  severity: "error",
  title: "The VPC of a cluster has DNS hostnames.",
  why: "Nodes register under the host name that the VPC gives them, and find the private endpoint by DNS. Where the VPC has no DNS hostnames, they do not register, and the node group fails.",
  sources: [eksFacts.eksNeedsVpcDns],
  check(network, report) {
    const [cluster] = network.eks.clusters;
    if (cluster === undefined || network.vpc.enableDnsHostnames) return;
    report(
      [...network.vpc.path, "enableDnsHostnames"],
      `cluster "${cluster.name}" needs DNS hostnames in the VPC`,
      "remove enableDnsHostnames: false",
    );
  },
};
