import { vpnFacts } from "../../aws/facts/vpn.ts";
import { mayHaveLongerLists } from "../../model/compute/unlisted-values.ts";
import type { Rule } from "../rule.ts";

/** Line 5 of the provider knows IPv4 outside alone. */
export const vpnIpv6OutsideWantsProvider: Rule<"vpn-ipv6-outside-wants-provider"> = {
  id: "vpn-ipv6-outside-wants-provider",
  severity: "error",
  title: "IPv6 addresses outside the tunnels are written for an AWS provider that takes them.",
  why: "AWS provider 5 refuses an IPv6 address of a customer gateway and outsideIpAddressType: Ipv6 at validate, before AWS is asked. Releases of line 6 take them; the blueprint allows none of these.",
  sources: [vpnFacts.outsideIpv6WantsProvider6],
  check(network, report) {
    if (mayHaveLongerLists(network)) return;
    const hint = "allow provider 6: terraform.awsProvider.version";
    for (const { name, path, ipAddress } of network.customerGateways) {
      if (ipAddress.family !== "ipv6") continue;
      report(
        [...path, "ipAddress"],
        `AWS provider 5 refuses the IPv6 address of customer gateway "${name}"`,
        hint,
      );
    }
    for (const { name, path, outsideIpAddressType } of network.vpnConnections) {
      if (outsideIpAddressType !== "Ipv6") continue;
      report(
        [...path, "outsideIpAddressType"],
        `AWS provider 5 refuses Ipv6 outside of VPN connection "${name}"`,
        hint,
      );
    }
  },
};
