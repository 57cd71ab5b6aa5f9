import { eksFacts } from "../../aws/facts/eks.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

const OWN = /^(?:[^/]+\.)?eks\.amazonaws\.com\//;

/** Labels of EKS's own are EKS's to give. */
export const eksNodeOwnLabel: Rule<"eks-node-own-label"> = {
  id: "eks-node-own-label",
  severity: "warning",
  title: "The labels of a node group are none of eks.amazonaws.com.",
  why: "EKS gives nodes labels such as eks.amazonaws.com/nodegroup itself, and has refused node groups that bring one of that prefix: InvalidParameterException, after the plan. No page of AWS says so, and none says that it is no longer so.",
  sources: [eksFacts.nodeLabelPrefixReserved],
  yieldsTo: ["eks-node-label"],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const { path, labels } of nodeGroups) {
        for (const key of Object.keys(labels)) {
          if (!OWN.test(key)) continue;
          const [, name = ""] = key.split("/");
          report(
            atKey([...path, "labels", key]),
            `the label "${key}" has the prefix of EKS's own`,
            `write ${name} alone, or a prefix of your own`,
          );
        }
      }
    }
  },
};
