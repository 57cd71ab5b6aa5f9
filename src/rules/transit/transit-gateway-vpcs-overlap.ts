import { transitFacts } from "../../aws/facts/transit.ts";
import { overlapsWithJoined } from "../../model/addressing/joined-blocks.ts";
import type { Rule } from "../rule.ts";

/** The blocks of the VPCs on one transit gateway lie apart. */
export const transitGatewayVpcsOverlap: Rule<"transit-gateway-vpcs-overlap"> = {
  id: "transit-gateway-vpcs-overlap",
  severity: "warning",
  title: "Two VPCs on one transit gateway share no addresses.",
  why: "AWS takes the second attachment, and no packets come: a transit gateway does not route between VPCs with the same block, and does not propagate the routes of the one that came later. Of blocks that overlap in part, packets for the shared addresses go to the longer prefix. Route tables that keep the two VPCs apart, or translation of addresses, can be meant: then accept this.",
  sources: [transitFacts.transitGatewayIdenticalCidrs],
  check(network, report) {
    for (const { path, cidr, joined, other } of overlapsWithJoined(network, "transit gateway")) {
      report(
        path,
        `VPC block "${cidr.text}" overlaps "${other.cidr.text}" of "${joined.stack}" (${other.place}), on the transit gateway of attachment "${joined.link}" too`,
        "take a block that no other VPC on the gateway has",
      );
    }
  },
};
