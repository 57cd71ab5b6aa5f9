import { transitFacts } from "../../aws/facts/transit.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** A group of another VPC stands in a rule where a link leads to that VPC. */
export const securityGroupOfOtherVpc: Rule<"security-group-of-other-vpc"> = {
  id: "security-group-of-other-vpc",
  severity: "warning",
  title: "A rule names a security group of another blueprint only where a link joins the two VPCs.",
  why: "EC2 takes a group of another VPC over an active peering connection or a transit gateway that both VPCs are attached to, and refuses the rule otherwise. The blueprints tell of no such link. Where one is made outside of them, accept this.",
  sources: [transitFacts.peerGroupOverActiveLink],
  check(network, report) {
    if (hasLinkElsewhere(network)) return;
    for (const { path, stack, region } of network.references) {
      if (path.at(-1) !== "securityGroupId" || stack === null || region !== network.region) continue;
      if (network.linked.includes(stack)) continue;
      report(
        path,
        `this security group is of the VPC of "${stack}", which no peering connection or transit gateway joins to this one`,
        "join the VPCs, or write the blocks of its VPC: cidrIpv4 and cidrIpv6",
      );
    }
  },
};

/** True where a link may lead to any VPC: its far side, or its gateway, is not of a blueprint. */
function hasLinkElsewhere(network: Network): boolean {
  const { references, vpcPeeringConnections, transitGatewayAttachments } = network;
  const isElsewhere = (id: string) => (references.find(({ token }) => token === id)?.stack ?? null) === null;
  return (
    vpcPeeringConnections.some(({ side }) =>
      isElsewhere(side.kind === "request" ? side.peerVpcId : side.connectionId),
    ) || transitGatewayAttachments.some(({ gateway }) => gateway.kind === "id" && isElsewhere(gateway.id))
  );
}
