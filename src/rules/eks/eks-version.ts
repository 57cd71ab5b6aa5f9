import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** The first version with IPv6, as a minor version of Kubernetes 1. */
const FIRST_WITH_IPV6 = 21;

/** Old Kubernetes has no IPv6. */
export const eksVersion: Rule<"eks-version"> = {
  id: "eks-version",
  severity: "error",
  title: "A cluster with IPv6 has Kubernetes 1.21 or later.",
  why: "EKS has clusters with IPv6 from Kubernetes 1.21 on, and refuses ipFamily ipv6 with older ones. Versions so old are gone from EKS altogether.",
  sources: [eksFacts.eksIpv6SinceVersion],
  check({ eks }, report) {
    for (const { name, path, version, ipFamily } of eks.clusters) {
      if (ipFamily !== "ipv6" || minorOf(version) >= FIRST_WITH_IPV6) continue;
      report(
        [...path, "version"],
        `cluster "${name}" has IPv6, which Kubernetes ${version} has not`,
        "write a version that EKS supports today",
      );
    }
  },
};

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}
