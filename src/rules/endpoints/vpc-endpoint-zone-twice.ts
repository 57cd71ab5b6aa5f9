import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** An interface endpoint has one foot in each zone. */
export const vpcEndpointZoneTwice: Rule<"vpc-endpoint-zone-twice"> = {
  id: "vpc-endpoint-zone-twice",
  severity: "error",
  title: "An interface endpoint stands in one tier.",
  why: "An interface endpoint takes one subnet in each Availability Zone. Every tier has a subnet in each zone, so that two tiers give each zone two, and EC2 refuses the second.",
  sources: [vpcEndpointFacts.endpointOneSubnetPerZone],
  check({ vpcEndpoints }, report) {
    for (const { name, path, tiers, type } of vpcEndpoints) {
      if (type.kind !== "interface" || tiers.length < 2) continue;
      report(
        [...path, "type", "interface", "subnets"],
        `interface endpoint "${name}" would have ${tiers.length} subnets in each zone: one of each of ${tiers.join(", ")}`,
        "name one tier; hosts of all tiers reach the endpoint there",
      );
    }
  },
};
