import { sharingFacts } from "../../aws/facts/sharing.ts";
import type { SharedKind } from "../../model/types/resource-shares.ts";
import type { Rule } from "../rule.ts";

/** What AWS shares with accounts of the owner's organization only. */
const WITHIN: Partial<Readonly<Record<SharedKind, string>>> = {
  subnets: "the subnets of tier",
  securityGroups: "security group",
};

/** Subnets stay in the organization. */
export const resourceShareOutsideOrganization: Rule<"resource-share-outside-organization"> = {
  id: "resource-share-outside-organization",
  severity: "warning",
  title: "A resource share with subnets or security groups is for the own organization.",
  why: "AWS shares subnets and security groups with accounts of the owner's organization only. With allowExternalPrincipals the share lets in others as well, and for those RAM answers that the resource can only be shared within the organization. Which account is of the organization, the blueprint does not say.",
  sources: [sharingFacts.sharedWithinTheOrganization],
  check({ resourceShares }, report) {
    for (const { name: share, path, allowExternalPrincipals, resources } of resourceShares) {
      const within = resources.find(({ kind }) => WITHIN[kind] !== undefined);
      if (!allowExternalPrincipals || within === undefined) continue;
      report(
        [...path, "allowExternalPrincipals"],
        `resource share "${share}" is for other organizations, and has ${WITHIN[within.kind]} "${within.name}"`,
        "take out allowExternalPrincipals, or share with other organizations by a share of its own",
      );
    }
  },
};
