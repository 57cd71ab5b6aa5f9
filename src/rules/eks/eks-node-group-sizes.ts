import { eksFacts } from "../../aws/facts/eks.ts";
import type { EksNodeGroup } from "../../model/types/eks.ts";
import type { Rule } from "../rule.ts";

/** The sizes of a node group fit each other. */
export const eksNodeGroupSizes: Rule<"eks-node-group-sizes"> = {
  id: "eks-node-group-sizes",
  severity: "error",
  title: "The sizes of a node group satisfy minSize <= desiredSize <= maxSize.",
  why: "EKS refuses every other combination, and Terraform's plan does not know. Left out, minSize is 1, and a group begins with minSize nodes.",
  sources: [eksFacts.eksNodeGroupSizes],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const group of nodeGroups) {
        const fault = faultOf(group);
        if (fault === null) continue;
        report([...group.path, fault.key], fault.message, "write minSize <= desiredSize <= maxSize");
      }
    }
  },
};

interface Fault {
  readonly key: "minSize" | "desiredSize";
  readonly message: string;
}

function faultOf({ minSize, desiredSize, maxSize }: EksNodeGroup): Fault | null {
  if (minSize > maxSize) return { key: "minSize", message: `minSize ${minSize} is above maxSize ${maxSize}` };
  if (desiredSize > maxSize)
    return { key: "desiredSize", message: `desiredSize ${desiredSize} is above maxSize ${maxSize}` };
  if (desiredSize >= minSize) return null;
  return { key: "desiredSize", message: `desiredSize ${desiredSize} is below minSize ${minSize}` };
}
