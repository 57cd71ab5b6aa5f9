import { filteringFacts } from "../../aws/facts/filtering.ts";
import { EPHEMERAL_PORTS } from "../../aws/protocols.ts";
import { atKey } from "../../base/diagnostic.ts";
import { reverseOf, unansweredEntries } from "../../model/filtering/network-acl-conversations.ts";
import { freeRuleNumber } from "../../model/filtering/network-acl-numbers.ts";
import type { Direction, NetworkAclEntry } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

const { from, to } = EPHEMERAL_PORTS;

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

/** A network ACL forgets: who lets calls through must let answers through. */
export const networkAclReturnTrafficMissing: Rule<"network-acl-return-traffic-missing"> = {
  id: "network-acl-return-traffic-missing",
  severity: "error",
  isRunByAws: true,
  title: "Network ACLs that let TCP through in one direction let answers through in the other.",
  why: "A network ACL keeps no track of connections. Answers go to the port from which the client called, one of 1024-65535, and need an entry of their own in the other direction and in the same family; without, connections never open. A range of the ports 512-1023 serves as well: NFS clients call from there. The rule looks at TCP, with the entries in the order of their numbers. It reports an entry when no answer to it can pass, unless the entry itself lets answers through.",
  sources: [
    filteringFacts.networkAclIsStateless,
    filteringFacts.networkAclRuleNumbers,
    filteringFacts.reservedSourcePorts,
  ],
  check(network, report) {
    const places = network.networkAcls.flatMap((acl) => DIRECTIONS.map((way) => ({ acl, way })));
    for (const { acl, way } of places) {
      const ipv4 = unansweredEntries(network, acl, way, "ipv4");
      const ipv6 = unansweredEntries(network, acl, way, "ipv6");
      // What is missing is missing once, however many entries wait for it.
      const first = ipv6[0] ?? ipv4[0];
      if (first === undefined) continue;
      const families = [ipv4.length > 0 ? "IPv4" : "", ipv6.length > 0 ? "IPv6" : ""].filter(Boolean);
      const back = reverseOf(way);
      report(
        atKey(first.path),
        `network ACL "${acl.name}" lets TCP through by ${way} entry "${first.name}", but no ${back} entry lets the answers through to ports ${from}-${to} (${families.join(" and ")})`,
        `write under ${back}: answers: { ruleNumber: ${freeRuleNumber(acl.entries, back, 200)}, protocol: tcp, ports: { from: ${from}, to: ${to} }, cidr: ${cidrText(first)} }`,
      );
    }
  },
};

function cidrText({ cidr }: NetworkAclEntry): string {
  if (cidr.kind === "vpc") return cidr.family === "ipv4" ? "{ vpcIpv4: {} }" : "{ vpcIpv6: {} }";
  if (cidr.kind === "cidr-elsewhere")
    return `{ ${cidr.family === "ipv4" ? "cidrIpv4" : "cidrIpv6"}: the same reference }`;
  return cidr.family === "ipv4" ? `{ cidrIpv4: ${cidr.cidr.text} }` : `{ cidrIpv6: "${cidr.cidr.text}" }`;
}
