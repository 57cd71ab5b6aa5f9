import { describe, expect, test } from "vitest";
import { formatPath } from "../../../src/base/path.ts";
import { formatPrefix } from "../../../src/base/prefix.ts";
import type { Peer } from "../../../src/blueprint/blueprint.generated.ts";
import { type DeclaredPeers, expandPeer } from "../../../src/model/filtering/peers.ts";
import { groupName } from "../../support/names.ts";
import { networkFrom, tryNetworkFrom } from "../../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    additionalIpv4Cidrs: { more: { cidr: 10.30.0.0/16 } }
    additionalIpv6Cidrs: { second: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    data: { addressing: ipv4-only, slot: 2 }
    native: { addressing: ipv6-only, slot: 1 }
    web: { addressing: dual-stack, slot: 0 }
  prefixLists:
    office: { addressFamily: IPv6, entries: { main: { cidr: "2001:db8::/48" } } }
`;

const rule = (from: string) => `  securityGroups:
    other: {}
    web: { ingress: { https: { protocol: tcp, ports: 443, from: ${from} } } }
`;

/** What a written peer became: its logical id's end, and the peer. */
function peersOf(from: string): readonly string[] {
  const network = networkFrom(HEAD + rule(from));
  const web = network.securityGroups.find(({ name }) => name === "web");
  const ingress = (web?.rules ?? []).filter(({ direction }) => direction === "ingress");
  return ingress.map(({ id, peer }) => {
    const { kind, ...rest } = peer;
    const what = peer.kind === "cidr" ? formatPrefix(peer.cidr.prefix) : Object.values(rest).join(" ");
    return `${id}: ${kind} ${what}`.trim();
  });
}

describe("what a written peer stands for", () => {
  test.each([
    ["{ securityGroup: other }", ["web_https: security-group other"]],
    ["{ securityGroupId: sg-0123abc }", ["web_https: security-group-id sg-0123abc"]],
    ["{ self: {} }", ["web_https: security-group web"]],
    ["{ prefixList: office }", ["web_https: prefix-list office"]],
    ["{ prefixListId: pl-0123456789abcdef0 }", ["web_https: prefix-list-id pl-0123456789abcdef0"]],
    [
      "{ managedPrefixList: com.amazonaws.eu-west-1.s3 }",
      ["web_https: managed-prefix-list com.amazonaws.eu-west-1.s3 com-amazonaws-eu-west-1-s3"],
    ],
    ["{ anywhere: {} }", ["web_https_ipv4: cidr 0.0.0.0/0", "web_https_ipv6: cidr ::/0"]],
    ["{ anywhereIpv4: {} }", ["web_https_ipv4: cidr 0.0.0.0/0"]],
    ["{ anywhereIpv6: {} }", ["web_https_ipv6: cidr ::/0"]],
    ["{ cidrIpv4: 192.0.2.0/24 }", ["web_https_ipv4: cidr 192.0.2.0/24"]],
    ['{ cidrIpv6: "2001:db8::/32" }', ["web_https_ipv6: cidr 2001:db8::/32"]],
    [
      "{ subnets: data }",
      ["web_https_data_a_ipv4: subnet-cidr ipv4 data_a", "web_https_data_b_ipv4: subnet-cidr ipv4 data_b"],
    ],
    [
      "{ subnets: native }",
      [
        "web_https_native_a_ipv6: subnet-cidr ipv6 native_a",
        "web_https_native_b_ipv6: subnet-cidr ipv6 native_b",
      ],
    ],
    [
      "{ subnets: web }",
      [
        "web_https_web_a_ipv4: subnet-cidr ipv4 web_a",
        "web_https_web_a_ipv6: subnet-cidr ipv6 web_a",
        "web_https_web_b_ipv4: subnet-cidr ipv4 web_b",
        "web_https_web_b_ipv6: subnet-cidr ipv6 web_b",
      ],
    ],
    [
      "{ vpc: {} }",
      [
        "web_https_main_ipv4: vpc-cidr ipv4 main",
        "web_https_main_ipv6: vpc-cidr ipv6 main",
        "web_https_more_ipv4: vpc-cidr ipv4 more",
        "web_https_second_ipv6: vpc-cidr ipv6 second",
      ],
    ],
  ])("%s", (from, expected) => {
    expect(peersOf(from)).toEqual(expected);
  });
});

describe("an unknown name is refused at its place", () => {
  test.each([
    ["{ securityGroup: othr }", "securityGroup", 'unknown security group "othr"'],
    ["{ subnets: wbe }", "subnets", 'unknown subnet tier "wbe"'],
    ["{ prefixList: s4 }", "prefixList", 'unknown prefix list "s4"'],
    ["{ cidrIpv4: 192.0.2.0/33 }", "cidrIpv4", ""],
    ['{ cidrIpv6: "2001:db8::/129" }', "cidrIpv6", ""],
  ])("%s", (from, key, message) => {
    const { diagnostics } = tryNetworkFrom(HEAD + rule(from));
    const found = diagnostics.map(({ at, ...rest }) => ({
      at: at.kind === "path" ? formatPath(at.path) : "",
      message: message === "" ? "" : rest.message.replace(/ in network\..*/, ""),
    }));
    expect(found).toEqual([{ at: `network.securityGroups.web.ingress.https.from.${key}`, message }]);
  });
});

describe("what the schema and the references hold back", () => {
  const declared = (): DeclaredPeers => ({
    ...networkFrom(HEAD + rule("{ self: {} }")),
    securityGroups: [],
    prefixLists: ["office"],
    ownGroup: groupName("web"),
    managedPrefixLists: new Map(),
  });
  const expand = (written: Peer) => expandPeer({ report: () => undefined }, written, [], declared());

  test("an unknown prefix list stands for no peer, and a known one for itself", () => {
    expect(expand({ prefixList: "s4" })).toEqual([]);
    expect(expand({ prefixList: "office" })).toHaveLength(1);
  });

  test("a peer without a choice, and a list of AWS without an id, are mistakes of Hextet", () => {
    expect(() => expand({} as Peer)).toThrow("a peer without a choice passed the schema");
    expect(() => expand({ managedPrefixList: "s3" })).toThrow("managed prefix list s3 has no id");
  });
});
