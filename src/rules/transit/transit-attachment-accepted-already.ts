import { transitFacts } from "../../aws/facts/transit.ts";
import type { Network } from "../../model/types/network.ts";
import type { ForeignTransitGatewayAttachment } from "../../model/types/transit.ts";
import type { Rule } from "../rule.ts";
import { gatewayOf } from "./gateway-of.ts";

/** Nothing is accepted twice. */
export const transitAttachmentAcceptedAlready: Rule<"transit-attachment-accepted-already"> = {
  id: "transit-attachment-accepted-already",
  severity: "warning",
  title: "Only an attachment that waits for it is accepted.",
  why: "EC2 accepts an attachment that is pending acceptance. One that its gateway has accepted by itself, or that was made in the gateway's own account, never waits, and the call that accepts it fails.",
  sources: [transitFacts.sharedAttachmentIsAccepted],
  check(network, report) {
    for (const attachment of network.foreignTransitGatewayAttachments) {
      const why = attachment.accept ? whyAccepted(network, attachment) : null;
      if (why === null) continue;
      report(
        [...attachment.path, "accept"],
        `attachment "${attachment.name}" does not wait to be accepted: ${why}`,
        "remove accept",
      );
    }
  },
};

function whyAccepted(
  network: Network,
  { attachmentId, transitGateway }: ForeignTransitGatewayAttachment,
): string | null {
  const gateway = gatewayOf(network, transitGateway);
  if (gateway?.autoAcceptSharedAttachments === true) return "its gateway accepts all by itself";
  const stack = network.references.find(({ token }) => token === attachmentId)?.stack ?? null;
  const maker = network.neighbours.find(({ name }) => name === stack);
  return maker !== undefined && accountOf(maker) === accountOf(network)
    ? `stack "${stack}" is of the same account`
    : null;
}

/** The role that the stack works with stands for its account; none is the caller's own. */
function accountOf({ terraform }: Network): string | null {
  return terraform.assumeRole?.roleArn.split(":")[4] ?? null;
}
