import { addressingFacts } from "../../aws/facts/addressing.ts";
import { knownRegions, regionsOfNewerProviders } from "../../aws/regions.ts";
import { nearest } from "../../base/nearest.ts";
import { allowsBelow, parseConstraint } from "../../model/hooks/version-constraint.ts";
import type { Rule } from "../rule.ts";

/** Regions have names that AWS gave them. */
export const regionUnknown: Rule<"region-unknown"> = {
  id: "region-unknown",
  severity: "warning",
  title: "The blueprint's region is one that AWS has.",
  why: "The AWS provider has a list of regions and refuses the plan for any other. A region that AWS opened after that list was made needs a newer provider; otherwise the name is misspelled.",
  sources: [addressingFacts.regionsOfTheProvider],
  check({ region, terraform }, report) {
    if (knownRegions.includes(region)) return;
    if (regionsOfNewerProviders.includes(region)) {
      const range = parseConstraint(terraform.awsProviderVersion);
      if (range === null || !allowsBelow(range, [6, 0, 0])) return;
      report(["region"], `AWS provider 5.100.0 does not know region ${region}`, "ask for a newer provider");
      return;
    }
    const near = nearest(region, knownRegions);
    const meant = near === null ? "" : `if it is misspelled: did you mean ${near}? Otherwise `;
    report(["region"], `region ${region} is not known`, `${meant}ask for a newer provider`);
  },
};
