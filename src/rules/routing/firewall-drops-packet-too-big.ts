import { filteringFacts } from "../../aws/facts/filtering.ts";
import { networkFirewallFacts } from "../../aws/facts/network-firewall.ts";
import { asksRules, dropsTheRest, mayPass, mayPassIcmpv6 } from "../../model/routing/firewall-analysis.ts";
import type { Rule } from "../rule.ts";

/** A firewall that drops what it does not know lets ICMPv6 through. */
export const firewallDropsPacketTooBig: Rule<"firewall-drops-packet-too-big"> = {
  id: "firewall-drops-packet-too-big",
  severity: "warning",
  title: "A Network Firewall that drops what no rule speaks of has a rule that passes ICMPv6.",
  why: "Routers do not cut IPv6 packets: they say Packet Too Big by ICMPv6, and a sender that does not hear it sends the same again until the connection hangs. With aws:drop_strict such messages are dropped unless a rule passes them. A rule of protocol ICMP is for both families; write one behind the rules that drop what you do not want of it.",
  sources: [
    networkFirewallFacts.firewallStatefulDefaults,
    networkFirewallFacts.suricataIcmpIsBothFamilies,
    filteringFacts.packetTooBig,
  ],
  yieldsTo: ["firewall-passes-nothing"],
  check(network, report) {
    for (const { name, policy, ipAddressType } of network.networkFirewalls) {
      if (ipAddressType === "IPV4" || !asksRules(policy) || !dropsTheRest(policy)) continue;
      if (!policy.ruleGroups.some(mayPass) || policy.ruleGroups.some(mayPassIcmpv6)) continue;
      report(
        [...policy.path, "statefulDefaultActions"],
        `firewall "${name}" drops ICMPv6, Packet Too Big among it: no rule passes it`,
        "add a stateful rule with action: PASS, protocol: ICMP and direction: ANY",
      );
    }
  },
};
