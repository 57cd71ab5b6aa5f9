import { lambdaFacts } from "../../aws/facts/lambda.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Functions with IPv6 stand in dual-stack subnets, and no function in IPv6-only ones. */
export const lambdaSubnetNotDualStack: Rule<"lambda-subnet-not-dual-stack"> = {
  id: "lambda-subnet-not-dual-stack",
  severity: "error",
  title: "Functions that may use IPv6 stand in dual-stack tiers only, and no function in an IPv6-only tier.",
  why: "Lambda makes a network interface in each of the function's subnets, and those take an IPv4 address. With ipv6AllowedForDualStack each takes an IPv6 address too, so that one subnet without either family is refused. A function in an IPv6-only subnet has no IPv4 to use, and Lambda lets it use no IPv6 there.",
  sources: [lambdaFacts.lambdaIpv6InVpcOnly, lambdaFacts.lambdaAllSubnetsDualStack],
  check(network, report) {
    for (const { name, path, tiers, ipv6AllowedForDualStack } of network.lambda.functions) {
      for (const tier of tiersOf(network, tiers)) {
        const isUnfit =
          tier.addressing === "ipv6-only" || (ipv6AllowedForDualStack && tier.addressing !== "dual-stack");
        if (!isUnfit) continue;
        const why = ipv6AllowedForDualStack ? " and is to use IPv6" : "";
        report(
          [...path, "subnets"],
          `function "${name}" stands in tier "${tier.name}"${why}, but the tier is ${tier.addressing}`,
          `write addressing: dual-stack for "${tier.name}", or name a tier that is`,
        );
      }
    }
  },
};
