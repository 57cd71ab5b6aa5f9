import { eksFacts } from "../../aws/facts/eks.ts";
import { freeIpv4Addresses } from "../../model/addressing/free-addresses.ts";
import type { Rule } from "../rule.ts";

/** Addresses of a subnet that EKS wants for itself. */
const FREE = 6;

/** EKS itself needs addresses. */
export const eksSubnetTooSmall: Rule<"eks-subnet-too-small"> = {
  id: "eks-subnet-too-small",
  severity: "warning",
  title: "The subnets of a cluster have six free IPv4 addresses each.",
  why: "EKS puts network interfaces of its own into the cluster's subnets, and makes new ones before it removes the old when the cluster is updated: it wants six addresses in each, and an update needs up to five free ones. Nodes and pods need theirs beside them.",
  sources: [eksFacts.eksFreeAddresses],
  check(network, report) {
    for (const { name, path, subnets } of network.eks.clusters) {
      // The subnets of a tier are alike: the fullest stands for all.
      const [fewest] = subnets
        .map((id) => ({ id, free: freeIpv4Addresses(network, id) ?? Number.POSITIVE_INFINITY }))
        .sort((a, b) => a.free - b.free);
      if (fewest === undefined || fewest.free >= FREE) continue;
      report(
        [...path, "subnets"],
        `subnet ${fewest.id} of cluster "${name}" has ${fewest.free} free IPv4 addresses: EKS needs ${FREE}`,
        "give its tier larger subnets",
      );
    }
  },
};
