import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { zonesInWords } from "../../model/addressing/zones-in-words.ts";
import { zonesTakenTwice } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** An interface endpoint has one foot in each zone. */
export const vpcEndpointZoneTwice: Rule<"vpc-endpoint-zone-twice"> = {
  id: "vpc-endpoint-zone-twice",
  severity: "error",
  title: "An interface endpoint has one subnet in each availability zone.",
  why: "An interface endpoint takes one subnet in each Availability Zone, and EC2 refuses the second. A tier has a subnet in each zone of the blueprint unless it names some, so that several tiers do only when no zone is in two of them.",
  sources: [vpcEndpointFacts.endpointOneSubnetPerZone],
  check(network, report) {
    for (const { name, path, tiers, type } of network.vpcEndpoints) {
      if (type.kind !== "interface") continue;
      const twice = zonesTakenTwice(network, type.subnets);
      if (twice.length === 0) continue;
      report(
        [...path, "type", "interface", "subnets"],
        `interface endpoint "${name}" has several subnets in ${zonesInWords(twice)}: those of tiers ${tiers.join(", ")}`,
        "name one tier for each zone; hosts of all tiers reach the endpoint there",
      );
    }
  },
};
