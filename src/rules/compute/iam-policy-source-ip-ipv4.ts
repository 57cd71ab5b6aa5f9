import { iamFacts } from "../../aws/facts/iam.ts";
import type { PolicyStatement } from "../../model/types/inline-policies.ts";
import type { Rule } from "../rule.ts";

/** Addresses of callers are of both families. */
export const iamPolicySourceIpIpv4: Rule<"iam-policy-source-ip-ipv4"> = {
  id: "iam-policy-source-ip-ipv4",
  severity: "warning",
  title: "A condition on aws:SourceIp of a network with IPv6 has IPv6 blocks too.",
  why: "At the dual-stack names of AWS's services a caller with IPv6 is seen by its IPv6 address, which is in no IPv4 block. An Allow then fails for it, with IpAddress, and a Deny hits it, with NotIpAddress: both only from the day on which hosts are told of the dual-stack names.",
  sources: [iamFacts.sourceIpOfBothFamilies],
  check({ vpc, inlinePolicies }, report) {
    if (vpc.ipv6 === null) return;
    for (const statement of inlinePolicies.flatMap(({ statements }) => statements)) {
      for (const { operator, key, values } of sourceIpsOf(statement)) {
        if (values.some((value) => value.includes(":"))) continue;
        report(
          [...statement.path, "Condition"],
          `${operator} of ${key} has IPv4 blocks alone, and callers of AWS's dual-stack names come over IPv6`,
          "write the IPv6 blocks beside them",
        );
      }
    }
  },
};

function sourceIpsOf({ conditions }: PolicyStatement) {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys)
      .filter(([key]) => /IpAddress/.test(operator) && key.toLowerCase() === "aws:sourceip")
      .map(([key, values]) => ({ operator, key, values })),
  );
}
