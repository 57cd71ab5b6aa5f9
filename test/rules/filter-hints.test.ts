import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judge } from "../../src/rules/judge.ts";
import { networkFrom } from "../support/network.ts";

const ANSWERS = "protocol: tcp, ports: { from: 1024, to: 65535 }";

/** What is computed from the blueprint: the hints that rules about filters and load balancers give for a file. */
const HINTS: readonly (readonly [file: string, ...hints: readonly string[]])[] = [
  [
    "network-acl-return-traffic-missing/bad",
    `write under egress: answers: { ruleNumber: 200, ${ANSWERS}, cidr: { cidrIpv6: "::/0" } }`,
  ],
  [
    "network-acl-return-traffic-missing/bad-denied",
    `write under egress: answers: { ruleNumber: 9, ${ANSWERS}, cidr: { vpcIpv6: {} } }`,
  ],
  [
    "network-acl-blocks-packet-too-big/bad-denied",
    'write under ingress: packet-too-big: { ruleNumber: 9, protocol: 58, icmpType: 2, icmpCode: 0, cidr: { cidrIpv6: "::/0" } }',
  ],
  ["network-acl-rule-number-twice/bad", "write another one: 9 is free"],
  [
    "prefix-list-family/bad",
    ...["IPv6", "IPv4"].map((family) => `move it to a prefix list with addressFamily: ${family}`),
    "write maxEntries: 2",
  ],
  [
    "target-group-protocol/bad",
    ...[
      "TCP_UDP in targetGroups.udp",
      "TCP or TCP_UDP in targetGroups.http",
      "HTTP or HTTPS in targetGroups.tcp",
    ].map((text) => `write protocol: ${text}`),
  ],
  ["load-balancer-type-addressing/bad", "write ipAddressType: dualstack or ipv4"],
];

test.each(HINTS)("%s", (file, ...hints) => {
  const network = networkFrom(readFileSync(join(import.meta.dirname, `${file}.yaml`), "utf8"));
  expect(judge(network, "2026-11-21").map(({ hint }) => hint)).toEqual(hints);
});
