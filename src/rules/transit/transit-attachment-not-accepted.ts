import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";
import { gatewayOf } from "./gateway-of.ts";

/** Somebody accepts what other accounts ask for. */
export const transitAttachmentNotAccepted: Rule<"transit-attachment-not-accepted"> = {
  id: "transit-attachment-not-accepted",
  severity: "warning",
  title: "An attachment of another account to a shared transit gateway is accepted.",
  why: "What another account attaches to a shared transit gateway waits until the gateway's owner accepts it. Before that it carries nothing, and neither an association nor a propagation can be made of it. One of the owner's own account needs no acceptance.",
  sources: [transitFacts.sharedAttachmentIsAccepted],
  check(network, report) {
    for (const { name, path, accept, transitGateway } of network.foreignTransitGatewayAttachments) {
      const gateway = gatewayOf(network, transitGateway);
      if (accept || gateway === null || gateway.share === null || gateway.autoAcceptSharedAttachments)
        continue;
      report(
        path,
        `attachment "${name}" is not accepted here, and its shared gateway accepts none by itself`,
        "write accept: true, or accept this finding where its account is the gateway's own",
      );
    }
  },
};
