import { expect, test } from "vitest";
import {
  blocksPacketTooBig,
  unansweredEntries,
} from "../../../src/model/filtering/network-acl-conversations.ts";
import { entriesWithoutTwin, holesBesideDenies } from "../../../src/model/filtering/network-acl-twins.ts";
import type { NetworkAcl } from "../../../src/model/types/filtering.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { networkFrom } from "../../support/network.ts";

interface Entries {
  readonly ingress?: readonly string[];
  readonly egress?: readonly string[];
}

/** Entries as `allow tcp 443 ::/0`, numbered in their order; `vpc` for the VPC's IPv6 block. */
function written(entries: readonly string[]): string {
  const lines = entries.map((text, index) => {
    const [action, protocol, selector = "", block = ""] = text.split(" ");
    const cidr = block === "vpc" ? "vpcIpv6: {}" : `cidrIpv${block.includes(":") ? 6 : 4}: "${block}"`;
    const [from, to = from] = selector.split("-");
    const ports = selector === "all" ? "" : `, ports: { from: ${from}, to: ${to} }`;
    const number = 100 + index;
    return `n${number}: { ruleNumber: ${number}, action: ${action}, protocol: ${protocol}, cidr: { ${cidr} }${ports} }`;
  });
  return lines.join(", ");
}

function aclOf(
  { ingress = [], egress = [] }: Entries,
  tier = EGRESS_TIER,
  routes = "",
): readonly [Network, NetworkAcl] {
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { ${tier}, slot: 0 } }
  routes: { app: { ${routes} } }
  vpcPeeringConnections: { partner: { side: { request: { peerVpcId: vpc-0123abc } } } }
  networkAcls: { app: { subnets: [app], ingress: { ${written(ingress)} }, egress: { ${written(egress)} } } }
`);
  const [acl] = network.networkAcls;
  if (acl === undefined) throw new Error("there is no network ACL");
  return [network, acl];
}

const EGRESS_TIER = "addressing: dual-stack, internet: egress-only";
const CLOSED = "addressing: dual-stack, internet: none";
const A = "2001:db8:a::/48";
const B = "2001:db8:b::/48";

const unanswered = (entries: Entries, family: "ipv4" | "ipv6" = "ipv6", tier = EGRESS_TIER) => {
  const [network, acl] = aclOf(entries, tier);
  return (["ingress", "egress"] as const).map((direction) =>
    unansweredEntries(network, acl, direction, family).map(({ ruleNumber }) => ruleNumber),
  );
};

test.each([
  ["a service that answers", [`allow tcp 443 ${A}`], [`allow tcp 1024-65535 ${A}`], [], []],
  ["a service that cannot answer", [`allow tcp 443 ${A}`], [], [100], []],
  ["nobody calls those who may answer", [`allow tcp 1024-65535 ${A}`], [], [100], []],
  [
    "of two far ends each is told where it calls, with what is there for answers beside it",
    [`allow tcp 443 ${A}`, `allow tcp 1024-65535 ${A}`],
    [`allow tcp 443 ${B}`],
    [100, 101],
    [100],
  ],
  [
    "what may be there for answers is not told beside a call of the other direction",
    [`allow tcp 1024-65535 ${A}`],
    [`allow tcp 443 ${B}`, `allow tcp 8000-9000 ${B}`],
    [],
    [100, 101],
  ],
  [
    "who calls from reserved ports gets answers there",
    [`allow tcp 600-1023 ${A}`],
    [`allow tcp 443 ${A}`],
    [],
    [],
  ],
])("conversations over TCP: %s", (_, ingress, egress, inward, outward) => {
  expect(unanswered({ ingress, egress })).toEqual([inward, outward]);
});

test("nothing is told of a family that no tier of the network ACL has", () => {
  const entries = { ingress: ["allow tcp 443 192.0.2.0/24"] };
  expect(unanswered(entries, "ipv4")).toEqual([[100], []]);
  expect(unanswered(entries, "ipv4", "addressing: ipv6-only, internet: egress-only")).toEqual([[], []]);
});

const BOTH = { ingress: ["allow tcp 0-65535 ::/0"], egress: ["allow tcp 0-65535 ::/0"] };
const TO_INSIDE = { ingress: ["allow tcp 0-65535 ::/0"], egress: ["allow tcp 0-65535 vpc"] };
const FROM_INSIDE = { ingress: ["allow tcp 0-65535 vpc"], egress: ["allow tcp 0-65535 ::/0"] };
const NAT64 = { ingress: ["allow tcp 0-65535 64:ff9b::/96"], egress: ["allow tcp 0-65535 64:ff9b::/96"] };
const HEARS_NAT64 = { ...BOTH, ingress: [...BOTH.ingress, "allow 58 all 64:ff9b::/96"] };
const HEARS = { ...BOTH, ingress: [...BOTH.ingress, "allow 58 all ::/0"] };

const peering = (target: string) => `peer: { destination: "2001:db8:30::/48", target: { ${target} } }`;
const TRANSIT = "target: { transitGatewayId: tgw-0123abc }";

test.each([
  ["connections with the internet", BOTH, EGRESS_TIER, "", true],
  ["ICMPv6 comes in", HEARS, EGRESS_TIER, "", false],
  ["ICMPv6 comes in through NAT64 only", HEARS_NAT64, EGRESS_TIER, "", true],
  ["connections out reach the VPC only", TO_INSIDE, EGRESS_TIER, "", false],
  ["connections in come from the VPC only", FROM_INSIDE, EGRESS_TIER, "", false],
  ["connections through NAT64", NAT64, EGRESS_TIER, "", false],
  ["no route leads out", BOTH, CLOSED, "", false],
  ["a peering of others", BOTH, CLOSED, peering("vpcPeeringConnectionId: pcx-0123abc"), false],
  ["a peering of the blueprint", BOTH, CLOSED, peering("vpcPeeringConnection: partner"), false],
  ["a transit gateway", BOTH, CLOSED, `hub: { destination: "2001:db8::/32", ${TRANSIT} }`, true],
  ["a transit gateway for IPv4", BOTH, CLOSED, `hub: { destination: 10.0.0.0/8, ${TRANSIT} }`, false],
  ["a transit gateway with NAT64", BOTH, CLOSED, `hub: { destination: "64:ff9b::/96", ${TRANSIT} }`, false],
])("Packet Too Big is missed: %s", (_, entries, tier, routes, expected) => {
  expect(blocksPacketTooBig(...aclOf(entries, tier, routes))).toBe(expected);
});

const PING = "allow 1 all 0.0.0.0/0";
const SSH = "allow tcp 22 192.0.2.0/24";

test.each([
  ["ICMP where Packet Too Big is not missed", { ingress: [PING] }, CLOSED, [100]],
  ["ICMP where it is", { ...BOTH, ingress: [...BOTH.ingress, PING] }, EGRESS_TIER, []],
  [
    "TCP where it is",
    { ingress: ["allow tcp 1024-65535 ::/0", SSH], egress: BOTH.egress },
    EGRESS_TIER,
    [101],
  ],
  ["TCP of which IPv6 speaks", { ingress: [SSH, "allow tcp 20-25 ::/0"], egress: BOTH.egress }, CLOSED, []],
])("an IPv4 entry without a twin: %s", (_, entries, tier, expected) => {
  const found = entriesWithoutTwin(...aclOf(entries, tier));
  expect(found.map(({ entry }) => entry.ruleNumber)).toEqual(expected);
});

test("a preset's entries need no twin", () => {
  const [network, acl] = aclOf({ ingress: [PING] }, CLOSED);
  const ofPreset = acl.entries.map((entry) => ({ ...entry, fromPreset: true }));
  expect(entriesWithoutTwin(network, { ...acl, entries: ofPreset })).toEqual([]);
});

test("an entry without ports speaks of all of them", () => {
  const [found] = entriesWithoutTwin(...aclOf({ ingress: ["allow udp all 0.0.0.0/0"] }, CLOSED));
  expect(found?.traffic).toEqual({ protocol: 17, ports: null });
});

const OPEN = "allow all all ::/0";

test.each([
  ["TCP", ["deny tcp 22 0.0.0.0/0", OPEN], [100]],
  ["UDP", ["deny udp 53 0.0.0.0/0", "allow udp 0-65535 ::/0"], [100]],
  ["UDP, of which nothing passes", ["deny udp 53 0.0.0.0/0", "allow tcp 0-65535 ::/0"], []],
  ["a part of the addresses", ["deny tcp 22 10.0.0.0/8", OPEN], []],
  ["another protocol", ["deny 47 all 0.0.0.0/0", OPEN], []],
  ["IPv6 has a denying entry too", ["deny tcp 22 0.0.0.0/0", `deny tcp 22 ${A}`, OPEN], []],
])("a denying IPv4 entry beside which IPv6 passes: %s", (_, ingress, expected) => {
  const found = holesBesideDenies(...aclOf({ ingress }));
  expect(found.map(({ entry }) => entry.ruleNumber)).toEqual(expected);
});
