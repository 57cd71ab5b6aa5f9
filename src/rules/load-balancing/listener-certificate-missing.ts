import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { loadBalancerTypes } from "../../aws/load-balancing.ts";
import { arnIn } from "../../aws/partitions.ts";
import type { Rule } from "../rule.ts";

/** TLS needs a certificate. */
export const listenerCertificateMissing: Rule<"listener-certificate-missing"> = {
  id: "listener-certificate-missing",
  severity: "error",
  title: "HTTPS and TLS listeners have a certificate.",
  why: "Elastic Load Balancing refuses an HTTPS or TLS listener without a default certificate.",
  sources: [loadBalancingFacts.listenerCertificate],
  check(network, report) {
    for (const { type, listeners } of network.loadBalancers) {
      const needing: readonly string[] = loadBalancerTypes[type].certificateProtocols;
      for (const { path, name, protocol, certificateArn } of listeners) {
        if (certificateArn !== null || !needing.includes(protocol)) continue;
        report(
          [...path, "protocol"],
          `${protocol} listener "${name}" has no certificate`,
          `write certificateArn: ${arnIn(network.region, "acm", "<account>", "certificate/<id>")}`,
        );
      }
    }
  },
};
