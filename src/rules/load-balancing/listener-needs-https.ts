import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { loadBalancerTypes } from "../../aws/load-balancing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** Logins and certificates are matters of encrypted listeners. */
export const listenerNeedsHttps: Rule<"listener-needs-https"> = {
  id: "listener-needs-https",
  severity: "error",
  title: "Logins and mutual TLS belong to HTTPS listeners, further certificates to HTTPS and TLS ones.",
  why: "Certificates are shown and asked for in a TLS handshake, and a login over plain HTTP would tell its cookie to everybody on the way. Elastic Load Balancing refuses these on other listeners.",
  sources: [
    loadBalancingFacts.listenerAuthenticationHttps,
    loadBalancingFacts.listenerMutualAuthenticationHttps,
  ],
  check({ loadBalancers }, report) {
    for (const listener of loadBalancers.flatMap(({ listeners }) => listeners)) {
      for (const { path, what, protocols } of encryptedThings(listener)) {
        if (protocols.includes(listener.protocol)) continue;
        report(
          atKey(path),
          `listener "${listener.name}" speaks ${listener.protocol}, which knows no ${what}`,
          `write protocol: ${protocols.join(" or ")} and a certificateArn for the listener`,
        );
      }
    }
  },
};

interface Encrypted {
  readonly path: Path;
  readonly what: string;
  readonly protocols: readonly string[];
}

function encryptedThings(listener: Listener): readonly Encrypted[] {
  const { path, authentication, mutualAuthentication, additionalCertificates, rules } = listener;
  const logins = [authentication, ...rules.map((rule) => rule.authentication)].flatMap((one) => one ?? []);
  const { application, network } = loadBalancerTypes;
  const https = application.certificateProtocols;
  const any = [...https, ...network.certificateProtocols];
  return [
    ...logins.map((login) => ({ path: login.path, what: "login of users", protocols: https })),
    ...(mutualAuthentication === null
      ? []
      : [{ path: [...path, "mutualAuthentication"], what: "certificates of clients", protocols: https }]),
    ...(additionalCertificates.length === 0
      ? []
      : [{ path: [...path, "additionalCertificateArns"], what: "certificates", protocols: any }]),
  ];
}
