import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** The block of services is EKS's own choice with IPv6. */
export const eksServiceIpv4Cidr: Rule<"eks-service-ipv4-cidr"> = {
  id: "eks-service-ipv4-cidr",
  severity: "error",
  title: "A cluster with IPv6 names no block for its services.",
  why: "Services have addresses of the pods' family. With ipFamily ipv6 EKS assigns their block itself, from the unique local addresses, and refuses a cluster that names an IPv4 one. `terraform validate` lets it pass: the refusal comes at apply.",
  sources: [eksFacts.eksServiceIpv4CidrForIpv4, eksFacts.eksOneFamily],
  check(network, report) {
    for (const { name, path, ipFamily, serviceIpv4Cidr } of network.eks.clusters) {
      if (ipFamily !== "ipv6" || serviceIpv4Cidr === null) continue;
      report(
        [...path, "serviceIpv4Cidr"],
        `cluster "${name}" has IPv6, and names the IPv4 block ${serviceIpv4Cidr.text} for its services`,
        "remove serviceIpv4Cidr: EKS chooses the block",
      );
    }
  },
};
