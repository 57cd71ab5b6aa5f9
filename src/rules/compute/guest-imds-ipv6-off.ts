import { computeFacts } from "../../aws/facts/compute.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { IMDS_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Who is told to ask over IPv6 must find somebody there. */
export const guestImdsIpv6Off: Rule<"guest-imds-ipv6-off"> = {
  id: "guest-imds-ipv6-off",
  severity: "error",
  title: "Hosts whose guest asks for metadata over IPv6 have metadata.ipv6.",
  why: "AWS CLI and SDKs that are told to ask over IPv6 do not fall back to IPv4. Where the IPv6 endpoint is off, which is AWS's default, they find neither the role's credentials nor the region.",
  sources: [guestFacts.sdkImdsIpv6IsOptIn, computeFacts.imdsIpv6IsOffByDefault],
  check(network, report) {
    for (const { host, tiers } of hostsOf(network)) {
      const { guest, metadata } = host;
      if (guest === null || !guest.imdsIpv6 || metadata.ipv6 || tiers.length === 0) continue;
      report(
        [...guest.path, "imdsIpv6"],
        `guest.imdsIpv6 is on and metadata.ipv6 is off: nothing answers at ${IMDS_IPV6_ADDRESS}`,
        "leave imdsIpv6 out, or write metadata: { ipv6: true } where the instance type can (Nitro)",
      );
    }
  },
};
