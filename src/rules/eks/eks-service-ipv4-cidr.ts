import { eksFacts } from "../../aws/facts/eks.ts";
import { overlaps } from "../../base/prefix.ts";
import { knownIpv4Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** The block of services is EKS's own choice with IPv6. */
export const eksServiceIpv4Cidr: Rule<"eks-service-ipv4-cidr"> = {
  id: "eks-service-ipv4-cidr",
  severity: "error",
  title: "A cluster with IPv6 names no block for its services, one with IPv4 none of the VPC.",
  why: "Services have addresses of the pods' family. With ipFamily ipv6 EKS assigns their block itself, from the unique local addresses, and refuses a cluster that names an IPv4 one. `terraform validate` lets it pass: the refusal comes at apply. With ipFamily ipv4 the block must overlap none of the VPC: services would hide hosts.",
  sources: [eksFacts.eksServiceIpv4CidrForIpv4, eksFacts.eksOneFamily, eksFacts.eksServiceBlockOutsideVpc],
  check(network, report) {
    for (const { name, path, ipFamily, serviceIpv4Cidr } of network.eks.clusters) {
      if (serviceIpv4Cidr === null) continue;
      const inVpc = knownIpv4Blocks(network.vpc).find(({ cidr }) =>
        overlaps(cidr.prefix, serviceIpv4Cidr.prefix),
      );
      if (ipFamily === "ipv4" && inVpc !== undefined) {
        report(
          [...path, "serviceIpv4Cidr"],
          `the services of cluster "${name}" would have addresses of the VPC's own block ${inVpc.cidr.text}`,
          "take a private block outside the VPC, such as 172.20.0.0/16",
        );
      }
      if (ipFamily !== "ipv6") continue;
      report(
        [...path, "serviceIpv4Cidr"],
        `cluster "${name}" has IPv6, and names the IPv4 block ${serviceIpv4Cidr.text} for its services`,
        "remove serviceIpv4Cidr: EKS chooses the block",
      );
    }
  },
};
