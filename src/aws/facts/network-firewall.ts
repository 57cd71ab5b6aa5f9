import { factsOf } from "./fact.ts";

const GUIDE = "https://docs.aws.amazon.com/network-firewall/latest/developerguide";
const API = "https://docs.aws.amazon.com/network-firewall/latest/APIReference";
const checked = "2026-11-29";

/** What is known of AWS Network Firewall and of the rules that it takes. */
export const networkFirewallFacts = factsOf({
  firewallSubnetAddressType: {
    claim:
      "The address type of a firewall's subnet mapping is the subnet's own, DUALSTACK, IPV4 or IPV6, and is never changed.",
    source: `${API}/API_SubnetMapping.html; https://aws.amazon.com/blogs/networking-and-content-delivery/ipv6-deployment-models-for-aws-network-firewall/`,
    checked,
    evidence: "2023-08",
    confidence: "high",
    since: "2023-04",
  },
  firewallSubnetsAreExclusive: {
    claim:
      "A firewall endpoint filters no packets into or out of the subnet that it stands in: firewall subnets hold nothing else.",
    source: `${GUIDE}/vpc-config-subnets.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  firewallHomeNet: {
    claim:
      "HOME_NET of a policy is by default the CIDR of the VPC, and EXTERNAL_NET is always its negation; no page says whether IPv6 blocks and additional blocks are in it. Domain lists inspect what comes from HOME_NET.",
    source: `${GUIDE}/suricata-limitations-caveats.html; ${API}/API_PolicyVariables.html; ${API}/API_RulesSourceList.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  firewallStatelessDefaults: {
    claim:
      "What matches no stateless rule is passed, dropped or forwarded to the stateful rules by the policy's default, which is set apart for fragments of UDP packets; fragments of other protocols are dropped in silence.",
    source: `${GUIDE}/stateless-default-actions.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  firewallStatefulDefaults: {
    claim:
      "In strict order, what matches no stateful rule passes unless the policy says aws:drop_strict, which drops all packets, or aws:drop_established, which drops those of established connections and lets handshakes through.",
    source: `${GUIDE}/suricata-rule-evaluation-order.html; https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_NetworkFirewallPolicyDescription.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  firewallRuleOrder: {
    claim:
      "In strict order, priorities of rule groups are unique in their policy; ids of Suricata's rules are unique in their group.",
    source: `https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-networkfirewall-firewallpolicy-statefulrulegroupreference.html; https://docs.suricata.io/en/latest/rules/meta.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  firewallGroupOrder: {
    claim:
      "The order in which a stateful rule group takes its rules is that of the policy that it belongs to; of each group that AWS manages there is one for action order and one for strict order, which the ends of their names tell.",
    source: `${GUIDE}/suricata-rule-evaluation-order.html; ${GUIDE}/nwfw-managed-rule-groups.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  firewallStatefulCapacity: {
    claim:
      "The capacity of a stateful rule group is at least the number of its rules, is set when the group is made and is not exceeded; a domain list is one rule for each of its domains and protocols.",
    source: `${API}/API_CreateRuleGroup.html; https://cloudnetworks.io/2021-09-22-suricata-notes`,
    checked: "2026-11-30",
    evidence: "2021-09",
    confidence: "high",
  },
  firewallWordsOfRules: {
    claim:
      "The protocols of stateful rules have HTTP2 and QUIC among them, and the kinds of domain lists are ALLOWLIST, DENYLIST, REJECTLIST and ALERTLIST; AWS provider 5.100.0 knows none of HTTP2, QUIC, REJECTLIST and ALERTLIST.",
    source:
      "botocore 1.43.11 model of network-firewall: StatefulRuleProtocol, GeneratedRulesType; terraform validate with AWS provider 5.100.0: aws_networkfirewall_rule_group",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  suricataIcmpHasNoPorts: {
    claim:
      "A Suricata rule that names a port matches packets of TCP, UDP and SCTP only: port-less protocol and sig needs ports.",
    source: "https://github.com/OISF/suricata/blob/suricata-7.0.0/src/detect.c (DetectRunInspectRuleHeader)",
    checked: "2026-11-30",
    evidence: "2023-07",
    confidence: "high",
  },
  suricataIcmpIsBothFamilies: {
    claim: "The protocol icmp of a Suricata rule is ICMP and ICMPv6; icmpv4 and icmpv6 are one of them.",
    source: "https://github.com/OISF/suricata/blob/suricata-7.0.0/src/detect-engine-proto.c",
    checked,
    evidence: "2023-07",
    confidence: "high",
  },
});
