import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import type { Rule } from "../rule.ts";

/** One setting for everybody. */
export const blockPublicAccessWholeRegion: Rule<"block-public-access-whole-region"> = {
  id: "block-public-access-whole-region",
  severity: "warning",
  title: "The stack of one VPC does not set what holds for all VPCs of the account in the region.",
  why: "The mode of VPC Block Public Access is one for the account in the region. An apply of this stack shuts or opens the VPCs of every other stack too, and its destruction sets the mode to off for all of them. In February 2026 a stack for monitoring stopped a whole region in this way. Let one blueprint of an account and region set it, accept the warning there, and write the mode elsewhere without setForAccountAndRegion.",
  sources: [
    publicAccessFacts.blockPublicAccessIsOfTheAccount,
    publicAccessFacts.blockPublicAccessGoneIsOff,
    publicAccessFacts.blockPublicAccessModes,
  ],
  check({ blockPublicAccess, region }, report) {
    if (blockPublicAccess === null || !blockPublicAccess.isSetHere) return;
    const { path, mode } = blockPublicAccess;
    const all = `ALL VPCs of the account in ${region}`;
    const does = mode === "off" ? "opens" : "shuts";
    report(
      [...path, "setForAccountAndRegion"],
      `this stack ${does} ${all} (${mode}), those of other stacks too; destroying it opens them`,
      "set it in one blueprint of the account and region, and accept this there with the reason",
    );
  },
};
