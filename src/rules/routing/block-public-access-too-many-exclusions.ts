import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import { MOST_EXCLUSIONS } from "../../aws/public-access.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** Exclusions are counted. */
export const blockPublicAccessTooManyExclusions: Rule<"block-public-access-too-many-exclusions"> = {
  id: "block-public-access-too-many-exclusions",
  severity: "warning",
  title: "The exclusions of a VPC fit into the account's quota.",
  why: "AWS allows 50 exclusions from VPC Block Public Access in an account, unless it raises the quota. Each subnet of a tier takes one, the whole VPC one as well. What does not fit is refused in the middle of the apply.",
  sources: [publicAccessFacts.exclusionsPerAccount, publicAccessFacts.exclusionModes],
  check({ blockPublicAccess }, report) {
    if (blockPublicAccess === null) return;
    const { path, exclusions } = blockPublicAccess;
    const count = exclusions.flatMap(({ scopes }) => scopes).length;
    if (count <= MOST_EXCLUSIONS) return;
    report(
      atKey([...path, "exclusions"]),
      `${count} exclusions, one for each subnet: an account may have ${MOST_EXCLUSIONS}`,
      "exclude the whole VPC, or ask AWS for a larger quota",
    );
  },
};
