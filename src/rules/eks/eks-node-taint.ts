import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import { faultOfKey, faultOfValue } from "../../model/eks/kubernetes-names.ts";
import type { EksTaint } from "../../model/types/eks.ts";
import type { Report, Rule } from "../rule.ts";

/** Taints are as Kubernetes and EKS take them. */
export const eksNodeTaint: Rule<"eks-node-taint"> = {
  id: "eks-node-taint",
  severity: "error",
  title: "The taints of a node group are such as EKS takes.",
  why: "EKS refuses a node group with a taint of another form, and Terraform's plan does not know. A key is stricter than in Kubernetes: it has 63 characters with its prefix.",
  sources: [eksFacts.eksNodeTaints, eksFacts.kubernetesLabelSyntax],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const taint of nodeGroups.flatMap(({ taints }) => taints)) checkTaint(report, taint);
    }
  },
};

function checkTaint(report: Report, { key, value, path }: EksTaint): void {
  const fault = faultOfKey(key);
  if (fault !== null)
    report(atKey(path), `the key of this taint ${fault}`, "write it such as example.com/team");
  const wrong = value === null ? null : faultOfValue(value);
  if (wrong !== null)
    report([...path, "value"], `the value of taint "${key}" ${wrong}`, "write it such as gpu-1.2");
}
