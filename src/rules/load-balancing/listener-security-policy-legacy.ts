import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { allowsLegacyTls, RECOMMENDED_SECURITY_POLICY } from "../../aws/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** TLS 1.0 and 1.1 are over. */
export const listenerSecurityPolicyLegacy: Rule<"listener-security-policy-legacy"> = {
  id: "listener-security-policy-legacy",
  severity: "warning",
  title: "The security policy of a listener asks for TLS 1.2 at least.",
  why: "With this security policy a client can negotiate TLS 1.0 or 1.1, which RFC 8996 forbids and which auditors look for. AWS recommends a policy with TLS 1.2 and 1.3; a listener that needs old clients says so in an acceptance.",
  sources: [
    loadBalancingFacts.listenerSecurityPolicyDefault,
    loadBalancingFacts.listenerSecurityPolicyRecommended,
    loadBalancingFacts.tls11Deprecated,
  ],
  check(network, report) {
    for (const { listeners } of network.loadBalancers) {
      for (const { path, name, sslPolicy } of listeners) {
        if (sslPolicy === null || !allowsLegacyTls(sslPolicy)) continue;
        report(
          [...path, "sslPolicy"],
          `listener "${name}" lets clients negotiate TLS 1.0 or 1.1 with ${sslPolicy}`,
          hintFor(sslPolicy),
        );
      }
    }
  },
};

/** Who is bound to FIPS 140 cannot take the recommended policy. */
function hintFor(sslPolicy: string): string {
  return sslPolicy.includes("-FIPS-")
    ? "take a policy with TLS13-1-2 and FIPS in its name"
    : `write sslPolicy: ${RECOMMENDED_SECURITY_POLICY}, or leave sslPolicy out`;
}
