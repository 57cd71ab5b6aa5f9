import { describe, expect, it } from "vitest";
import { atStage } from "../../../src/model/migration/at-stage.ts";
import { STAGES, type StageId } from "../../../src/model/types/migration.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { migrationOf } from "../../support/migration-of.ts";
import { networkFrom } from "../../support/network.ts";

/** Everything a stage can bring, beside what was there: names beginning with `new` are new. */
const TARGET = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    private: { addressing: dual-stack, internet: egress-only, natGateway: main, slot: 1 }
    old: { addressing: ipv4-only, slot: 2 }
    new-tier: { addressing: dual-stack, internet: egress-only, natGateway: new-nat, slot: 3 }
    native: { addressing: ipv6-only, internet: egress-only, nat64: true, natGateway: main, slot: 4 }
  natGateways: { main: { subnet: public }, new-nat: { subnet: public, zone: b } }
  networkAcls: { private: { subnets: [private], preset: allow-all }, new-acl: { subnets: [native], preset: allow-all } }
  prefixLists: { new-list: { addressFamily: IPv4, entries: { office: { cidr: 192.0.2.0/24 } } } }
  securityGroups:
    web: { ingress: { http: { protocol: tcp, ports: 80, from: { anywhere: {} } } } }
    db: { ingress: { mysql: { protocol: tcp, ports: 3306, from: { securityGroup: web } } } }
    new-group: { ingress: { ssh: { protocol: tcp, ports: 22, from: { prefixList: new-list } } } }
  vpcEndpoints:
    ssm: { service: ssm, type: { interface: { subnets: [private], securityGroups: [web, new-group] } }, ipAddressType: dualstack }
    new-ep: { service: s3, type: { gateway: { routeTables: [private] } } }
  flowLogs: { new-log: { destination: { cloudWatchLogs: {} } } }
compute:
  keyPairs: { deployer: { publicKey: ssh-ed25519 AAAA } }
  instances:
    web: { subnet: public, instanceType: t3.medium, securityGroups: [web, new-group], keyPair: deployer, elasticIp: true }
    db: { subnet: private, instanceType: m5.large, securityGroups: [db], ipv6AddressCount: 1, metadata: { ipv6: true } }
    new-host: { subnet: native, instanceType: t4g.nano, securityGroups: [web] }
    new-web: { subnet: public, instanceType: t3.medium, securityGroups: [web] }
loadBalancers:
  front:
    type: application
    ipAddressType: dualstack
    subnets: [public]
    securityGroups: [web]
    listeners:
      http: { port: 80, protocol: HTTP, action: { forwardTo: web } }
      new-listener: { port: 8080, protocol: HTTP, action: { forwardTo: new-target } }
targetGroups:
  web: { protocol: HTTP, port: 80, targets: { instances: [web, new-web] } }
  new-target: { protocol: HTTP, port: 80, ipAddressType: ipv6, targets: { instances: [new-web] } }
route53:
  hostedZones: { main: { name: example.com, source: { existing: { id: Z0123456789ABC } } } }
  records: { www: { hostedZone: main, name: www, value: { alias: { loadBalancer: front } } } }
rds:
  subnetGroups: { data: { subnets: [private] } }
  instances:
    orders: { subnetGroup: data, engine: mysql, engineVersion: "8.0", instanceClass: db.t3.micro, networkType: DUAL, securityGroups: [db] }
    new-orders: { subnetGroup: data, engine: mysql, engineVersion: "8.0", instanceClass: db.t3.micro, networkType: DUAL, securityGroups: [db] }
outputs:
  block: { value: { vpc: ipv6CidrBlock } }
  host: { value: { instanceId: new-host } }
  listener: { value: { targetGroupArn: new-target } }
  private: { value: { subnetIpv6CidrBlocks: private } }
`);

const SHOP: Network = (() => {
  const shop = migrationOf(TARGET, { isThere: (address) => !address.includes("new-") });
  const before = { path: ["migration"], instance: "db", instanceType: "m3.large" };
  return {
    ...shop,
    migration: { path: ["migration"], stage: "import", reached: null, instanceTypesBefore: [before] },
  };
})();

/** What a look at every stage shows, told once for the stages from which on it is so. */
function history(look: (network: Network) => unknown): readonly (readonly [StageId, unknown])[] {
  const shown = STAGES.map((stage) => [stage, look(atStage(SHOP, stage))] as const);
  return shown.filter(([, now], index) => JSON.stringify(now) !== JSON.stringify(shown[index - 1]?.[1]));
}

const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).join(" ");
const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).join(" ");
const instance = ({ compute }: Network, wanted: string) =>
  compute.instances.find(({ name }) => name === wanted);

describe("each stage brings its own", () => {
  it("the VPC's block, then those of the subnets, with new subnets that have IPv4, then IPv6-only ones", () => {
    expect(history(({ vpc }) => vpc.ipv6?.length ?? null)).toEqual([
      ["import", null],
      ["vpc-address-block", 56],
    ]);
    const told = ({ tiers }: Network) =>
      tiers.map(({ name, addressing, subnets }) => {
        const blocks = subnets.filter(({ ipv6 }) => ipv6 !== null).length;
        return `${name}: ${addressing} ${subnets.length}/${blocks}`;
      });
    expect(history(told)).toEqual([
      ["import", ["old: ipv4-only 2/0", "private: ipv4-only 2/0", "public: ipv4-only 2/0"]],
      [
        "subnet-address-blocks",
        [
          "new-tier: dual-stack 2/2",
          "old: ipv4-only 2/0",
          "private: dual-stack 2/2",
          "public: dual-stack 2/2",
        ],
      ],
      [
        "ipv6-only-subnets",
        [
          "native: ipv6-only 2/2",
          "new-tier: dual-stack 2/2",
          "old: ipv4-only 2/0",
          "private: dual-stack 2/2",
          "public: dual-stack 2/2",
        ],
      ],
    ]);
  });

  it("rules and entries for IPv6, new groups and lists, before any route", () => {
    const rules = ({ securityGroups }: Network) => securityGroups.map((group) => ids(group.rules));
    expect(history(rules)).toEqual([
      ["import", ["db_default_ipv4 db_mysql", "web_default_ipv4 web_http_ipv4"]],
      [
        "security",
        [
          "db_default_ipv4 db_default_ipv6 db_mysql",
          "new-group_default_ipv4 new-group_default_ipv6 new-group_ssh",
          "web_default_ipv4 web_default_ipv6 web_http_ipv4 web_http_ipv6",
        ],
      ],
    ]);
    const entries = ({ networkAcls }: Network) =>
      networkAcls.map((acl) => `${acl.name}: ${acl.entries.length} ${acl.subnets.join(" ")}`);
    expect(history(entries)).toEqual([
      ["import", ["private: 2 private_a private_b"]],
      ["security", ["private: 4 private_a private_b"]],
      ["ipv6-only-subnets", ["new-acl: 4 native_a native_b", "private: 4 private_a private_b"]],
    ]);
    expect(history(({ prefixLists }) => names(prefixLists))).toEqual([
      ["import", ""],
      ["security", "new-list"],
    ]);
    expect(history((network) => instance(network, "web")?.host.securityGroups)).toEqual([
      ["import", ["web"]],
      ["security", ["new-group", "web"]],
    ]);
  });

  it("routes and gateways; NAT64 and its route with the IPv6-only subnets", () => {
    expect(history(({ routeTables }) => routeTables.map(({ routes }) => ids(routes)))).toEqual([
      ["import", ["", "private_default-ipv4", "public_default-ipv4"]],
      [
        "routes",
        [
          "new-tier_default-ipv4 new-tier_default-ipv6",
          "",
          "private_default-ipv4 private_default-ipv6",
          "public_default-ipv4 public_default-ipv6",
        ],
      ],
      [
        "ipv6-only-subnets",
        [
          "native_default-ipv6 native_nat64",
          "new-tier_default-ipv4 new-tier_default-ipv6",
          "",
          "private_default-ipv4 private_default-ipv6",
          "public_default-ipv4 public_default-ipv6",
        ],
      ],
    ]);
    const gateways = (network: Network) => [
      network.internetGateway,
      network.egressOnlyInternetGateway,
      names(network.natGateways),
    ];
    expect(history(gateways)).toEqual([
      ["import", [true, false, "main"]],
      ["routes", [true, true, "main new-nat"]],
    ]);
  });

  it("NAT64 that is in use already, and the DNS64 that goes with it, at every stage", () => {
    const target = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    existing:
      id: vpc-0a1
      import:
        aws_subnet.isolated_a: subnet-0a1
        aws_route_table.isolated: rtb-0a1
        aws_route.isolated_nat64: rtb-0a1_64:ff9b::/96
        aws_nat_gateway.main: nat-0a1
  availabilityZones: [a]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    isolated: { addressing: dual-stack, nat64: true, slot: 1 }
    new: { addressing: dual-stack, nat64: true, slot: 2 }
  natGateways: { main: { subnet: public } }
`);
    const migration = {
      path: ["migration"],
      stage: "import" as const,
      reached: null,
      instanceTypesBefore: [],
    };
    const dns64 = (stage: StageId) =>
      atStage({ ...target, migration }, stage).tiers.map(({ name, enableDns64 }) => `${name} ${enableDns64}`);
    for (const stage of ["subnet-address-blocks", "instance-addresses", "databases"] as const)
      expect(dns64(stage), stage).toEqual(["isolated true", "new false", "public false"]);
    expect(dns64("ipv6-only-subnets")).toEqual(["isolated true", "new true", "public false"]);
  });

  it("types, then addresses, of hosts that were there; an address count takes addresses away again", () => {
    expect(history((network) => instance(network, "db")?.host.instanceType.name)).toEqual([
      ["import", "m3.large"],
      ["instance-types", "m5.large"],
    ]);
    const told = (network: Network) => {
      const { ipv6AddressCount, metadata, keyPair } = instance(network, "db")?.host ?? {};
      return [ipv6AddressCount, metadata?.ipv6, keyPair];
    };
    expect(history(told)).toEqual([
      ["import", [0, false, null]],
      ["instance-addresses", [1, true, null]],
    ]);
    expect(history((network) => instance(network, "web")?.host.keyPair)).toEqual([["import", "deployer"]]);
    expect(history((network) => instance(network, "web")?.elasticIp)).toEqual([["import", true]]);
    expect(history(({ compute }) => names(compute.instances))).toEqual([
      ["import", "db web"],
      ["instance-addresses", "db new-web web"],
      ["ipv6-only-subnets", "db new-host new-web web"],
    ]);
    const assigning = ({ tiers }: Network) =>
      names(tiers.filter(({ assignIpv6AddressOnCreation }) => assignIpv6AddressOnCreation));
    expect(history(assigning)).toEqual([
      ["import", ""],
      ["instance-addresses", "new-tier private public"],
      ["ipv6-only-subnets", "native new-tier private public"],
    ]);
  });

  it("load balancers, names and endpoints; what serves over IPv4 does so throughout", () => {
    expect(
      history(({ loadBalancers }) => loadBalancers.map((one) => [one.ipAddressType, ids(one.listeners)])),
    ).toEqual([
      ["import", [["ipv4", "front_http"]]],
      ["load-balancers", [["dualstack", "front_http front_new-listener"]]],
    ]);
    const targets = ({ targetGroups }: Network) =>
      targetGroups.map((group) => ids(group.targets.attachments));
    expect(history(targets)).toEqual([
      ["import", ["web_web"]],
      ["load-balancers", ["new-target_new-web", "web_new-web web_web"]],
    ]);
    expect(history(({ route53 }) => ids(route53.records))).toEqual([
      ["import", "www_a"],
      ["load-balancers", "www_a www_aaaa"],
    ]);
    const endpoints = ({ vpcEndpoints }: Network) =>
      vpcEndpoints.map(({ name, ipAddressType, dnsRecordIpType }) => [name, ipAddressType, dnsRecordIpType]);
    expect(history(endpoints)).toEqual([
      ["import", [["ssm", "ipv4", "ipv4"]]],
      ["load-balancers", [["ssm", "dualstack", "dualstack"]]],
      [
        "ipv6-only-subnets",
        [
          ["new-ep", "dualstack", null],
          ["ssm", "dualstack", "dualstack"],
        ],
      ],
    ]);
  });

  it("databases, and at last all that is new and belongs nowhere else", () => {
    expect(history(({ rds }) => rds.instances.map(({ name, networkType }) => [name, networkType]))).toEqual([
      ["import", [["orders", "IPV4"]]],
      [
        "databases",
        [
          ["new-orders", "DUAL"],
          ["orders", "DUAL"],
        ],
      ],
    ]);
    expect(history(({ flowLogs }) => names(flowLogs))).toEqual([
      ["import", ""],
      ["ipv6-only-subnets", "new-log"],
    ]);
    expect(history(({ outputs }) => names(outputs))).toEqual([
      ["import", ""],
      ["vpc-address-block", "block"],
      ["subnet-address-blocks", "block private"],
      ["load-balancers", "block listener private"],
      ["ipv6-only-subnets", "block host listener private"],
    ]);
  });
});

describe("a network at a stage", () => {
  it("is the target at the last one", () => {
    expect(atStage(SHOP, "ipv6-only-subnets")).toEqual({
      ...SHOP,
      migration: { ...SHOP.migration, stage: "ipv6-only-subnets" },
    });
  });

  it("says at which stage it is, and can be asked for it again", () => {
    for (const stage of STAGES) {
      const network = atStage(SHOP, stage);
      expect(network.migration?.stage).toBe(stage);
      expect(atStage(network, stage)).toEqual(network);
    }
  });

  it("keeps what stays managed outside this stack, and whatever belongs to it but IPv6", () => {
    const rules = SHOP.existing?.imports.filter(({ address }) => !/web|public/.test(address)) ?? [];
    const references = ["aws_security_group.web", "aws_route_table.public", "aws_subnet.public_a"];
    const network: Network = {
      ...SHOP,
      existing: {
        path: [],
        vpcId: "vpc-0123abc",
        imports: rules,
        references: references.map((address) => ({ path: [], address, id: "theirs" })),
      },
    };
    const { securityGroups, routeTables } = atStage(network, "import");
    expect(securityGroups.find(({ name }) => name === "web")?.rules.map(({ id }) => id)).toEqual([
      "web_default_ipv4",
      "web_http_ipv4",
    ]);
    expect(routeTables.find(({ id }) => id === "public")).toMatchObject({
      subnets: ["public_a"],
      routes: [{ id: "public_default-ipv4" }],
    });
  });
});
