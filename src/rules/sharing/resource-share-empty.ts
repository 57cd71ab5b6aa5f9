import { sharingFacts } from "../../aws/facts/sharing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** A share has something to hand out, and somebody who takes it. */
export const resourceShareEmpty: Rule<"resource-share-empty"> = {
  id: "resource-share-empty",
  severity: "warning",
  title: "A resource share has a resource and a principal.",
  why: "AWS takes a share without one of them and shares nothing. The other account gets no invitation, or one with nothing behind it, and its apply fails where it uses what should be there.",
  sources: [sharingFacts.sharePrincipals, sharingFacts.shareInvitations],
  check({ resourceShares }, report) {
    for (const { name, path, principals, resources } of resourceShares) {
      if (resources.length === 0)
        report(
          atKey(path),
          `resource share "${name}" has no resource`,
          "name what is shared, such as transitGateways: [core]",
        );
      if (principals.length === 0)
        report(
          atKey(path),
          `resource share "${name}" has no principal, so that nobody has what it shares`,
          'name whom it is shared with, such as principals: ["123456789012"]',
        );
    }
  },
};
