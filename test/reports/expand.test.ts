import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile, expand } from "../../src/pipeline.ts";
import { stackText } from "../support/synth-json.ts";
import { systems } from "../support/systems.ts";

const TODAY = "2026-01-01";

/** Stack and findings, without the places, which are others in another text. */
function outcomeOf(text: string): unknown {
  const { networks, findings } = compile([{ file: "it.yaml", text }], TODAY);
  return {
    stacks: networks.map(stackText),
    findings: findings.map(({ rule, message }) => `${rule}: ${message}`).sort(),
  };
}

test.each(systems.map(({ name }) => name))("%s expanded is the same stack, and expands to itself", (name) => {
  const text = readFileSync(new URL(`../../blueprints/${name}.yaml`, import.meta.url), "utf8");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toContain("# default");
  expect(outcomeOf(expanded)).toEqual(outcomeOf(text));
  const again = expand({ file: "it.yaml", text: expanded }) ?? "";
  expect(parse(again)).toEqual(parse(expanded));
});

test.each(systems.map(({ name }) => name))(
  "%s expanded keeps every comment, also the second time",
  (name) => {
    const text = readFileSync(new URL(`../../blueprints/${name}.yaml`, import.meta.url), "utf8");
    const commentsIn = (yaml: string) =>
      [...yaml.matchAll(/(?:^|\s)#(.*)$/gm)].map(([, comment = ""]) => comment);
    const expanded = expand({ file: "it.yaml", text }) ?? "";
    expect(commentsIn(expanded)).toEqual(expect.arrayContaining(commentsIn(text)));
    const again = expand({ file: "it.yaml", text: expanded }) ?? "";
    expect(commentsIn(again)).toEqual(commentsIn(expanded));
  },
);

test("a slot that follows from a tier's name is written and marked, and the stack stays", () => {
  const text = `
apiVersion: hextet/v1
name: small
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack }
    side: { addressing: dual-stack, slot: 2 }
`;
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^ {4}app:(?:\n {6}.*)*\n {6}slot: \d+ # default$/m);
  expect(expanded).toMatch(/^ {6}slot: 2$/m);
  const stacks = (yaml: string) => compile([{ file: "it.yaml", text: yaml }], TODAY).networks.map(stackText);
  expect(stacks(expanded)).toEqual(stacks(text));
});

test("comments stay beside what they are about, by an alias too", () => {
  const text = [
    "# head",
    "apiVersion: hextet/v1",
    "x-tier: &tier { addressing: dual-stack, slot: 1 }",
    "name: small # the name",
    "region: eu-west-1",
    "network:",
    "  vpc: { ipv4Cidr: 10.20.0.0/16 }",
    "",
    "  # the zones",
    "  availabilityZones:",
    "    # the first",
    "    - a",
    "  subnets:",
    "    app: *tier # first tier",
    "    # second tier",
    "    side: { addressing: dual-stack, slot: 2 }",
    "# end",
    "",
  ].join("\n");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^name: small # the name$/m);
  expect(expanded).toMatch(/^\n {2}# the zones\n {2}availabilityZones:\n {4}# the first\n {4}- a$/m);
  expect(expanded).toMatch(/^ {4}# second tier\n {4}side:$/m);
  expect(expanded).toContain("# first tier");
  expect(expanded).toContain("# head");
  expect(expanded.trimEnd()).toMatch(/# end$/);
  expect(outcomeOf(expanded)).toEqual(outcomeOf(text));
});

test("what the author wrote is not marked, and what is no YAML has no expansion", () => {
  const text = readFileSync(new URL("../../blueprints/dual-stack-web.yaml", import.meta.url), "utf8");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^ {4}ipv4Cidr: 10\.20\.0\.0\/16$/m);
  expect(expanded).toMatch(/^ {4}enableDnsSupport: true # default$/m);
  expect(expand({ file: "it.yaml", text: "name: [" })).toBeNull();
});

const DERIVED = `
apiVersion: hextet/v1
name: small
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [b, c]
  subnets:
    app: { addressing: ipv6-only, slot: 0 }
    web: { addressing: dual-stack, internet: public, slot: 1 }
  natGateways: { main: { subnet: web } }
  securityGroups: { web: {} }
  prefixLists: { office: { addressFamily: IPv6, entries: { one: { cidr: "2001:db8::/48" } } } }
  vpcEndpoints: { ssm: { service: ssm, type: { interface: { subnets: [web], securityGroups: [web] } } } }
  instanceConnectEndpoints: { main: { subnet: web, securityGroups: [web] } }
  flowLogs: { all: { destination: { cloudWatchLogs: {} } } }
ipam: { pools: { inside: { scope: private } } }
compute:
  instances:
    arm: { instanceType: t4g.small, subnet: app }
    chosen: { instanceType: t3.small, subnet: web, zone: c, os: ubuntu-24.04 }
  autoScalingGroups: { web: { instanceType: t4g.small, subnets: [web], maxSize: 1 } }
loadBalancers:
  mail:
    type: network
    ipAddressType: dualstack
    subnets: [web]
    listeners: { tls: { port: 25, protocol: TLS, certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1", action: { forwardTo: mail } } }
targetGroups: { mail: { protocol: TCP, port: 25, targets: { autoScalingGroups: [web] } } }
rds:
  subnetGroups: { data: { subnets: [web] } }
  instances: { orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small, allocatedStorageGib: 20 } }
elasticache:
  subnetGroups: { data: { subnets: [web] } }
  replicationGroups: { carts: { subnetGroup: data, engine: valkey, engineVersion: "8.0", nodeType: cache.t4g.small } }
`;

test.each([
  ["network.addressPlan.ipv4PrefixLength", 24],
  ["network.addressPlan.zonesPerTier", 16],
  ["network.subnets.app.privateDnsHostnameTypeOnLaunch", "resource-name"],
  ["network.subnets.web.assignIpv6AddressOnCreation", true],
  ["network.subnets.web.enableDns64", false],
  ["network.natGateways.main.zone", "b"],
  ["network.securityGroups.web.description", "web of small"],
  ["network.prefixLists.office.maxEntries", 1],
  ["network.vpcEndpoints.ssm.ipAddressType", "dualstack"],
  ["network.vpcEndpoints.ssm.dnsRecordIpType", "dualstack"],
  ["network.instanceConnectEndpoints.main.zone", "b"],
  ["ipam.operatingRegions", ["eu-west-1"]],
  ["ipam.pools.inside.addressFamily", "ipv6"],
  ["compute.instances.arm.architecture", "arm64"],
  ["compute.instances.arm.os", "amazon-linux-2023"],
  ["compute.instances.arm.zone", "b"],
  ["compute.instances.arm.metadata.ipv6", true],
  ["compute.instances.arm.enablePrimaryIpv6", false],
  ["compute.instances.chosen.architecture", "x86_64"],
  ["compute.instances.chosen.os", "ubuntu-24.04"],
  ["compute.instances.chosen.zone", "c"],
  ["compute.autoScalingGroups.web.architecture", "arm64"],
  ["compute.autoScalingGroups.web.healthCheckType", "ELB"],
  ["loadBalancers.mail.scheme", "internet-facing"],
  ["loadBalancers.mail.crossZone", false],
  ["targetGroups.mail.healthCheck.protocol", "TCP"],
  ["targetGroups.mail.healthCheck.matcher", undefined],
  ["rds.instances.orders.networkType", "DUAL"],
  ["elasticache.replicationGroups.carts.networkType", "dual_stack"],
  ["elasticache.replicationGroups.carts.ipDiscovery", "ipv6"],
  ["elasticache.replicationGroups.carts.description", "carts of small"],
])("what the model derives is written: %s is %j", (path, value) => {
  const expanded: unknown = parse(expand({ file: "it.yaml", text: DERIVED }) ?? "");
  const found = path
    .split(".")
    .reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>>)[key], expanded);
  expect(found).toEqual(value);
});

test("what is derived is marked, and gives the same stack", () => {
  const expanded = expand({ file: "it.yaml", text: DERIVED }) ?? "";
  expect(expanded).toMatch(/^ {6}architecture: arm64 # default$/m);
  expect(expanded).toMatch(/^ +sslPolicy: ELBSecurityPolicy-\S+ # default$/m);
  expect(expanded).toMatch(/^ {6}zone: c$/m);
  expect(outcomeOf(expanded)).toEqual(outcomeOf(DERIVED));
});

test.each(["good", "bad"])("the slot of a renamed tier is left to its author: %s", (kind) => {
  const file = new URL(`../rules/renamed-tier-without-slot/${kind}.yaml`, import.meta.url);
  const text = readFileSync(file, "utf8");
  expect(outcomeOf(expand({ file: "it.yaml", text }) ?? "")).toEqual(outcomeOf(text));
});
