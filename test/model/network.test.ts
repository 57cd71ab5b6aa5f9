import { describe, expect, it } from "vitest";
import type { Network } from "../../src/model/types/network.ts";
import { networkFrom, tryNetworkFrom } from "../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: net
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
`;

function network(body: string): Network {
  return networkFrom(HEAD + body);
}

/** Every route as `table: destination -> target`. */
function routes({ routeTables }: Network): readonly string[] {
  return routeTables.flatMap((table) =>
    table.routes.map(({ destination, target }) => {
      const to = target.kind === "nat-gateway" ? `nat ${target.gateway}` : target.kind;
      return `${table.id}: ${destination.text} -> ${to}`;
    }),
  );
}

describe("route tables", () => {
  it("follow from where a tier's internet is", () => {
    const made = network(`
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
    native: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 2 }
    data: { addressing: dual-stack, slot: 3 }
    legacy: { addressing: ipv4-only, internet: public, slot: 4 }
  natGateways: { main: { subnet: public } }
`);
    expect(routes(made)).toEqual([
      "app: 0.0.0.0/0 -> nat main",
      "app: ::/0 -> egress-only-internet-gateway",
      "legacy: 0.0.0.0/0 -> internet-gateway",
      "native: ::/0 -> egress-only-internet-gateway",
      "native: 64:ff9b::/96 -> nat main",
      "public: 0.0.0.0/0 -> internet-gateway",
      "public: ::/0 -> internet-gateway",
    ]);
    expect(made.tiers.filter((tier) => tier.enableDns64).map((tier) => tier.name)).toEqual(["native"]);
    expect([made.internetGateway, made.egressOnlyInternetGateway]).toEqual([true, true]);
  });

  it("are one in each zone where a NAT gateway stands in each zone", () => {
    const made = network(`
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    native: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 2 }
  natGateways: { main: { subnet: public, perZone: true } }
`);
    expect(routes(made)).toEqual([
      "native_a: ::/0 -> egress-only-internet-gateway",
      "native_a: 64:ff9b::/96 -> nat main_a",
      "native_b: ::/0 -> egress-only-internet-gateway",
      "native_b: 64:ff9b::/96 -> nat main_b",
      "public: 0.0.0.0/0 -> internet-gateway",
      "public: ::/0 -> internet-gateway",
    ]);
    expect(made.natGateways[0]?.gateways.map(({ id, place }) => [id, place?.subnet])).toEqual([
      ["main_a", "public_a"],
      ["main_b", "public_b"],
    ]);
    expect(made.routeTables.map((table) => table.subnets)).toEqual([
      ["native_a"],
      ["native_b"],
      ["public_a", "public_b"],
    ]);
  });

  it("let a route of the author replace the derived one of the same destination", () => {
    const made = network(`
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 0 } }
  routes:
    app:
      firewall: { destination: "::/0", target: { networkInterfaceId: eni-0123456789abcdef0 } }
      office: { destination: 192.168.0.0/16, target: { transitGatewayId: tgw-0123456789abcdef0 } }
`);
    expect(routes(made)).toEqual([
      "app: ::/0 -> network-interface",
      "app: 192.168.0.0/16 -> transit-gateway",
    ]);
    expect(made.egressOnlyInternetGateway).toBe(false);
  });

  it("need to know which NAT gateway NAT64 uses", () => {
    const { diagnostics } = tryNetworkFrom(`${HEAD}
  subnets: { app: { addressing: ipv6-only, nat64: true, slot: 0 } }
`);
    expect(diagnostics).toMatchObject([
      { rule: "model/nat64-gateway", at: { path: ["network", "subnets", "app", "nat64"] } },
    ]);
  });
});

describe("unknown names", () => {
  it("get did-you-mean, each where it is written", () => {
    const { network: none, diagnostics } = tryNetworkFrom(`${HEAD}
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0, natGateway: mian }
  natGateways: { main: { subnet: publc } }
  networkAcls: { web: { subnets: [pubic], preset: allow-all } }
  securityGroups:
    servers: { ingress: { all: { protocol: all, from: { securityGroup: server } } } }
`);
    expect(none).toBeNull();
    expect(diagnostics.map(({ rule, hint }) => [rule, hint])).toEqual([
      ["model/unknown-name", 'did you mean "public"?'],
      ["model/unknown-name", 'did you mean "main"?'],
      ["model/unknown-name", 'did you mean "public"?'],
      ["model/unknown-name", 'did you mean "servers"?'],
    ]);
  });
});

describe("network ACLs", () => {
  it("carry ICMPv6 as protocol 58 with type and code, and presets in both families", () => {
    const made = network(`
  subnets: { app: { addressing: dual-stack, slot: 0 } }
  networkAcls:
    app:
      subnets: [app]
      preset: private-dual-stack
      ingress:
        no-telnet: { ruleNumber: 50, action: deny, protocol: tcp, ports: 23, cidr: { cidrIpv6: "::/0" } }
`);
    const entries = made.networkAcls[0]?.entries.map((entry) => [
      entry.id,
      entry.ruleNumber,
      entry.action,
      entry.protocol,
      entry.icmp,
      entry.cidr.family,
    ]);
    expect(entries).toEqual([
      ["app_ingress_no-telnet", 50, "deny", "6", null, "ipv6"],
      ["app_ingress_vpc-ipv4", 100, "allow", "-1", null, "ipv4"],
      ["app_ingress_vpc-ipv6", 101, "allow", "-1", null, "ipv6"],
      ["app_ingress_return-tcp-ipv4", 200, "allow", "6", null, "ipv4"],
      ["app_ingress_return-tcp-ipv6", 201, "allow", "6", null, "ipv6"],
      ["app_ingress_return-udp-ipv4", 210, "allow", "17", null, "ipv4"],
      ["app_ingress_return-udp-ipv6", 211, "allow", "17", null, "ipv6"],
      ["app_ingress_icmp-ipv4", 220, "allow", "1", { type: -1, code: -1 }, "ipv4"],
      ["app_ingress_icmp-ipv6", 221, "allow", "58", { type: -1, code: -1 }, "ipv6"],
      ["app_egress_all-ipv4", 100, "allow", "-1", null, "ipv4"],
      ["app_egress_all-ipv6", 101, "allow", "-1", null, "ipv6"],
    ]);
  });
});

describe("security groups", () => {
  const rulesOf = (made: Network, name: string) =>
    made.securityGroups
      .find((group) => group.name === name)
      ?.rules.map(({ id, protocol, ports, peer }) => [
        id,
        protocol,
        ports && [ports.from, ports.to],
        peer.kind,
      ]);

  it("write out both families of a mirrored peer, and the egress that the provider removes", () => {
    const made = network(`
  subnets: { app: { addressing: ipv6-only, slot: 0 }, data: { addressing: dual-stack, slot: 1 } }
  securityGroups:
    web:
      ingress:
        https: { protocol: tcp, ports: 443, from: { anywhere: {} } }
        ping: { protocol: icmp, from: { anywhere: {} } }
        ping6: { protocol: 58, icmpType: 128, from: { vpc: {} } }
        tiers: { protocol: udp, ports: { from: 1000, to: 2000 }, from: { subnets: app } }
        own: { protocol: all, from: { self: {} } }
    quiet: { egress: {} }
`);
    expect(rulesOf(made, "web")).toEqual([
      ["web_default_ipv4", "-1", null, "cidr"],
      ["web_default_ipv6", "-1", null, "cidr"],
      ["web_https_ipv4", "tcp", [443, 443], "cidr"],
      ["web_https_ipv6", "tcp", [443, 443], "cidr"],
      ["web_own", "-1", null, "security-group"],
      ["web_ping6_main_ipv6", "icmpv6", [128, -1], "vpc-cidr"],
      ["web_ping_ipv4", "icmp", [-1, -1], "cidr"],
      ["web_ping_ipv6", "icmpv6", [-1, -1], "cidr"],
      ["web_tiers_app_a_ipv6", "udp", [1000, 2000], "subnet-cidr"],
      ["web_tiers_app_b_ipv6", "udp", [1000, 2000], "subnet-cidr"],
    ]);
    expect(rulesOf(made, "quiet")).toEqual([]);
  });
});
