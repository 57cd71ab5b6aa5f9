import { databaseFacts } from "../../aws/facts/databases.ts";
import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { transitFacts } from "../../aws/facts/transit.ts";
import { whereUsed } from "../../aws/where-used.ts";
import type { Rule } from "../rule.ts";

/** What is taken from another blueprint can be used here. */
export const referenceOfOtherRegion: Rule<"reference-of-other-region"> = {
  id: "reference-of-other-region",
  severity: "error",
  title: "What a blueprint takes from one of another region is something that AWS knows in every region.",
  why: "AWS finds the id of a gateway, a group or a list only in the region that made it: the plan is right, and the apply fails. A security group of another region cannot stand in a rule at all: its VPC's blocks can. Transit gateways of two regions are joined by a peering attachment between them.",
  sources: [
    transitFacts.identifiersAreRegional,
    transitFacts.peerGroupOverActiveLink,
    loadBalancingFacts.certificateOfTheRegion,
    databaseFacts.keysAreRegional,
  ],
  check({ region: own, references }, report) {
    for (const { path, takes, stack, region } of references) {
      if (region === null || region === own || whereUsed[takes] !== "its region") continue;
      report(
        path,
        `this ${takes} is of ${region}, where "${stack}" is, and the stack of ${own}`,
        takes === "security group id"
          ? "write the blocks of its VPC: cidrIpv4 and cidrIpv6"
          : `take one of ${own}`,
      );
    }
  },
};
