import { transitFacts } from "../../aws/facts/transit.ts";
import type { Rule } from "../rule.ts";

/** An attachment belongs to a route table. */
export const transitAttachmentWithoutTable: Rule<"transit-attachment-without-table"> = {
  id: "transit-attachment-without-table",
  severity: "warning",
  title:
    "An attachment to a transit gateway without default association says which route table it belongs to.",
  why: "A transit gateway looks up the one route table that the attachment of origin is associated with, and drops what comes in by one without. Where defaultRouteTableAssociation is off, nothing associates an attachment by itself. Where the association is made elsewhere, write association: { none: {} }.",
  sources: [transitFacts.attachmentTableDecides],
  check(network, report) {
    for (const { name, path, gateway, association } of network.transitGatewayAttachments) {
      if (gateway.kind !== "create" || gateway.defaultRouteTableAssociation === "enable") continue;
      if (association.kind !== "default") continue;
      report(
        [...path, "transitGateway"],
        `attachment "${name}" belongs to no route table: its gateway has no default association`,
        "write association: { routeTable: <a key in network.transitGatewayRouteTables> }",
      );
    }
  },
};
