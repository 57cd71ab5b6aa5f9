import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import { isRefusedByKubelet } from "../../model/eks/kubernetes-names.ts";
import type { Rule } from "../rule.ts";

/** A label of Kubernetes' own keeps nodes from starting. */
export const eksNodeKubeletLabel: Rule<"eks-node-kubelet-label"> = {
  id: "eks-node-kubelet-label",
  severity: "error",
  title: "The labels of a node group are none that Kubernetes keeps for itself.",
  why: "The kubelet of a node refuses labels of kubernetes.io and k8s.io that it does not know, such as node-role.kubernetes.io/worker, and does not start. So the nodes never join, and after half an hour the node group has failed. Those of node.kubernetes.io are free.",
  sources: [eksFacts.kubeletLabels],
  yieldsTo: ["eks-node-label"],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const { path, labels } of nodeGroups) {
        for (const key of Object.keys(labels)) {
          if (!isRefusedByKubelet(key)) continue;
          const [, name = ""] = key.split("/");
          report(
            atKey([...path, "labels", key]),
            `the kubelet does not start with the label "${key}"`,
            `write node.kubernetes.io/${name}, or ${name} alone`,
          );
        }
      }
    }
  },
};
