import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import { faultOfKey, faultOfValue } from "../../model/eks/kubernetes-names.ts";
import type { Report, Rule } from "../rule.ts";

/** Labels are as Kubernetes and EKS take them. */
export const eksNodeLabel: Rule<"eks-node-label"> = {
  id: "eks-node-label",
  severity: "error",
  title: "The labels of a node group are such as EKS takes.",
  why: "EKS refuses a node group with a label of another form, and Terraform's plan does not know. It is stricter than Kubernetes: a key has 63 characters with its prefix, and a value is never empty.",
  sources: [eksFacts.eksNodeLabels, eksFacts.kubernetesLabelSyntax],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const { path, labels } of nodeGroups) {
        for (const [key, value] of Object.entries(labels))
          checkLabel(report, [...path, "labels", key], { key, value });
      }
    }
  },
};

function checkLabel(
  report: Report,
  at: Path,
  { key, value }: { readonly key: string; readonly value: string },
): void {
  const fault = faultOfKey(key);
  if (fault !== null)
    report(atKey(at), `the key of this label ${fault}`, "write it such as example.com/team");
  if (value === "") {
    report(at, `label "${key}" is empty, which EKS does not take`, 'write a word, such as "true"');
    return;
  }
  const wrong = faultOfValue(value);
  if (wrong !== null) report(at, `the value of label "${key}" ${wrong}`, "write it such as web-1.2");
}
