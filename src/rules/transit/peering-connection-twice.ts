import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** Two VPCs have one peering connection. */
export const peeringConnectionTwice: Rule<"peering-connection-twice"> = {
  id: "peering-connection-twice",
  severity: "error",
  title: "A blueprint requests one peering connection to a VPC.",
  why: "EC2 has one active peering connection between two VPCs at a time, which carries both families. The request for a second one fails at apply.",
  sources: [transitFacts.onePeeringConnection],
  check({ vpcPeeringConnections, references }, report) {
    const first = new Map<string, string>();
    for (const { name, path, side } of vpcPeeringConnections) {
      if (side.kind !== "request") continue;
      const vpc = references.find(({ token }) => token === side.peerVpcId)?.thing ?? side.peerVpcId;
      const before = first.get(vpc);
      first.set(vpc, before ?? name);
      if (before === undefined) continue;
      const message = `peering connection "${name}" leads to ${side.peerVpcId}, as does "${before}"`;
      const hint = "remove one of them, and let routes name the other";
      report([...path, "side", "request", "peerVpcId"], message, hint);
    }
  },
};
