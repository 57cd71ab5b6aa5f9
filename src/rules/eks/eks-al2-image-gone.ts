import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** The last version with Amazon Linux 2 images, as a minor version of Kubernetes 1. */
const LAST_WITH_AL2 = 32;

/** Amazon Linux 2 is over on EKS. */
export const eksAl2ImageGone: Rule<"eks-al2-image-gone"> = {
  id: "eks-al2-image-gone",
  severity: "error",
  title: "Nodes with Kubernetes 1.33 or later do not have Amazon Linux 2.",
  why: "AWS made the last Amazon Linux 2 images of EKS for Kubernetes 1.32, in November 2025. EKS refuses a node group for which there is no image.",
  sources: [eksFacts.eksAl2EndsWith132],
  check({ eks }, report) {
    for (const { version, nodeGroups } of eks.clusters) {
      if (Number(version.split(".")[1]) <= LAST_WITH_AL2) continue;
      for (const { name, path, amiType } of nodeGroups) {
        if (amiType === null || !amiType.startsWith("AL2_")) continue;
        report(
          [...path, "amiType"],
          `node group "${name}" asks for ${amiType}, which there is not for Kubernetes ${version}`,
          "leave amiType out: Amazon Linux 2023 is the default",
        );
      }
    }
  },
};
