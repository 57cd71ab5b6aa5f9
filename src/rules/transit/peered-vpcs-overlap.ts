import { transitFacts } from "../../aws/facts/transit.ts";
import { overlapsWithJoined } from "../../model/addressing/joined-blocks.ts";
import type { Rule } from "../rule.ts";

/** The blocks of two peered VPCs lie apart. */
export const peeredVpcsOverlap: Rule<"peered-vpcs-overlap"> = {
  id: "peered-vpcs-overlap",
  severity: "error",
  title: "Two VPCs that are peered share no addresses, in neither family.",
  why: "EC2 refuses a peering connection between VPCs of which any two blocks overlap: it is there for a moment, and its state is then failed. That holds too when packets of the other family only are meant to use it. A VPC keeps its own block for life, so that the smaller of the two has to be made anew.",
  sources: [transitFacts.peeredVpcsMustNotOverlap],
  check(network, report) {
    for (const { path, cidr, joined, other } of overlapsWithJoined(network, "VPC peering connection")) {
      report(
        path,
        `VPC block "${cidr.text}" overlaps "${other.cidr.text}" of "${joined.stack}" (${other.place}), which peering connection "${joined.link}" leads to`,
        "take a block that no peer has",
      );
    }
  },
};
