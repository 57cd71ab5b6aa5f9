import { lambdaFacts } from "../../aws/facts/lambda.ts";
import { atKey } from "../../base/diagnostic.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Functions in dual-stack tiers say that they may use IPv6. */
export const lambdaIpv6NotAllowed: Rule<"lambda-ipv6-not-allowed"> = {
  id: "lambda-ipv6-not-allowed",
  severity: "warning",
  title: "Functions in dual-stack tiers may use IPv6.",
  why: "A function uses IPv4 alone until ipv6AllowedForDualStack is set, even where all its subnets have IPv6. Names with AAAA records only are then out of its reach, and its calls to the internet need a NAT gateway, which is paid for, instead of the egress-only internet gateway.",
  sources: [lambdaFacts.lambdaIpv6OffByDefault, lambdaFacts.lambdaIpv6InVpcOnly],
  check(network, report) {
    for (const { name, path, tiers, ipv6AllowedForDualStack } of network.lambda.functions) {
      if (ipv6AllowedForDualStack) continue;
      if (tiersOf(network, tiers).some(({ addressing }) => addressing !== "dual-stack")) continue;
      report(
        atKey(path),
        `function "${name}" stands in dual-stack tiers, but uses IPv4 alone`,
        "write ipv6AllowedForDualStack: true",
      );
    }
  },
};
