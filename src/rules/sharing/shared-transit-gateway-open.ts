import { sharingFacts } from "../../aws/facts/sharing.ts";
import type { Rule } from "../rule.ts";

/** Who is let in from outside is looked at. */
export const sharedTransitGatewayOpen: Rule<"shared-transit-gateway-open"> = {
  id: "shared-transit-gateway-open",
  severity: "warning",
  title: "A transit gateway that other organizations may share accepts their attachments one by one.",
  why: "With autoAcceptSharedAttachments every account of the share attaches any VPC at once, and nobody looks at its blocks. Where the gateway's default tables are on, that VPC reaches the others and they learn its routes, also those that take packets away from another VPC.",
  sources: [sharingFacts.attachmentsAcceptedUnasked],
  check({ resourceShares, transitGatewayAttachments }, report) {
    for (const { name: share, allowExternalPrincipals, resources } of resourceShares) {
      if (!allowExternalPrincipals) continue;
      for (const { kind, name, path } of resources) {
        if (kind !== "transitGateways") continue;
        const gateway = transitGatewayAttachments.find((one) => one.name === name)?.gateway;
        if (gateway?.kind !== "create" || !gateway.autoAcceptSharedAttachments) continue;
        report(
          path,
          `resource share "${share}" is for other organizations, and the transit gateway of "${name}" accepts what they attach unasked`,
          "take out autoAcceptSharedAttachments and write accept under foreignTransitGatewayAttachments, or allowExternalPrincipals",
        );
      }
    }
  },
};
