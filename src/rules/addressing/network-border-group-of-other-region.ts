import { addressingFacts } from "../../aws/facts/addressing.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** A border group is a part of a region. */
export const networkBorderGroupOfOtherRegion: Rule<"network-border-group-of-other-region"> = {
  id: "network-border-group-of-other-region",
  severity: "error",
  title: "The network border group of a VPC's block is one of the blueprint's region.",
  why: "A network border group is the region itself or a zone group of it, such as us-west-2-lax-1 of us-west-2: from there AWS announces the block. EC2 refuses one of another region.",
  sources: [addressingFacts.networkBorderGroupOfTheRegion],
  check({ region, vpc }, report) {
    for (const { path, source } of ipv6Blocks(vpc)) {
      const group = source.kind === "amazon-provided" ? source.networkBorderGroup : null;
      if (group === null || group === region || group.startsWith(`${region}-`)) continue;
      report(
        [...path, "amazonProvided", "networkBorderGroup"],
        `network border group "${group}" is not one of ${region}`,
        `write ${region}, or leave networkBorderGroup out`,
      );
    }
  },
};
