import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** A peering connection is requested in the region where the far VPC is. */
export const peeringRegion: Rule<"peering-region"> = {
  id: "peering-region",
  severity: "error",
  title:
    "A request for a peering connection names the region of the VPC that it takes from another blueprint.",
  why: "EC2 looks for the far VPC in peerRegion, and without it in the region of the request. In another region there is no VPC of that id: the connection fails at apply, and no plan says so. The far side accepts with side: { accept: ... } where regions differ.",
  sources: [transitFacts.peerRegionIsOwnByDefault, transitFacts.identifiersAreRegional],
  check({ region: own, references, vpcPeeringConnections }, report) {
    for (const { name, path, side } of vpcPeeringConnections) {
      if (side.kind !== "request") continue;
      const peer = references.find(({ token }) => token === side.peerVpcId);
      const asked = side.peerRegion ?? own;
      if (peer === undefined || peer.region === null || peer.region === asked) continue;
      const request = [...path, "side", "request"];
      const isOwn = peer.region === own;
      report(
        [...request, side.peerRegion === null ? "peerVpcId" : "peerRegion"],
        `peering connection "${name}" looks for the VPC of "${peer.stack}" in ${asked}, and it is in ${peer.region}`,
        isOwn ? "take peerRegion out" : `write peerRegion: ${peer.region}`,
      );
    }
  },
};
