import { lambdaFacts } from "../../aws/facts/lambda.ts";
import { ipv6OnlyTier, tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** No function stands in an IPv6-only subnet. */
export const lambdaSubnetNotDualStack: Rule<"lambda-subnet-not-dual-stack"> = {
  id: "lambda-subnet-not-dual-stack",
  severity: "error",
  title: "No function stands in an IPv6-only tier.",
  why: "Lambda makes a network interface in each of the function's subnets, and those take an IPv4 address. A function in an IPv6-only subnet has no IPv4 to use, and Lambda lets it use no IPv6 there.",
  sources: [lambdaFacts.lambdaIpv6InVpcOnly],
  check(network, report) {
    for (const { name, path, tiers } of network.lambda.functions) {
      const tier = ipv6OnlyTier(tiersOf(network, tiers));
      if (tier === null) continue;
      report(
        [...path, "subnets"],
        `function "${name}" stands in tier "${tier.name}", but the tier is ipv6-only`,
        `write addressing: dual-stack for "${tier.name}", or name a tier that is`,
      );
    }
  },
};
