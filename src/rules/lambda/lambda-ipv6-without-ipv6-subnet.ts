import { lambdaFacts } from "../../aws/facts/lambda.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Functions with IPv6 have it in every subnet. */
export const lambdaIpv6WithoutIpv6Subnet: Rule<"lambda-ipv6-without-ipv6-subnet"> = {
  id: "lambda-ipv6-without-ipv6-subnet",
  severity: "warning",
  title: "Functions that may use IPv6 stand in dual-stack tiers only.",
  why: "With ipv6AllowedForDualStack a function's interfaces take IPv6 addresses in dual-stack subnets. In an IPv4-only one there is none to take: Lambda is expected to refuse the function, or to use IPv4 alone there.",
  sources: [lambdaFacts.lambdaAllSubnetsDualStack],
  check(network, report) {
    for (const { name, path, tiers, ipv6AllowedForDualStack } of network.lambda.functions) {
      if (!ipv6AllowedForDualStack) continue;
      for (const tier of tiersOf(network, tiers)) {
        if (tier.addressing !== "ipv4-only") continue;
        report(
          [...path, "subnets"],
          `function "${name}" is to use IPv6 and stands in tier "${tier.name}", but the tier is ipv4-only`,
          `write addressing: dual-stack for "${tier.name}", or name a tier that is`,
        );
      }
    }
  },
};
