import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** EKS does not hand this setting on. */
export const eksNodeMetadataTags: Rule<"eks-node-metadata-tags"> = {
  id: "eks-node-metadata-tags",
  severity: "warning",
  title: "The nodes of a node group do not show their tags in their metadata.",
  why: "EKS makes a launch template of its own from the one that a node group names, and leaves instanceMetadataTags out: the nodes have tags of Kubernetes whose keys have a slash, and EC2 shows none such. So the plan has the setting, and the nodes do not.",
  sources: [eksFacts.nodeMetadataTagsDropped],
  check({ eks }, report) {
    for (const { nodeGroups } of eks.clusters) {
      for (const { name, path, metadata } of nodeGroups) {
        if (!metadata.instanceMetadataTags) continue;
        report(
          [...path, "metadata", "instanceMetadataTags"],
          `EKS does not hand instanceMetadataTags on to the nodes of "${name}"`,
          "leave it out; what runs there asks EC2 for the tags (ec2:DescribeTags)",
        );
      }
    }
  },
};
