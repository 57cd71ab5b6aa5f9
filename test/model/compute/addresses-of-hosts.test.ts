import { expect, test } from "vitest";
import { formatPrefix } from "../../../src/base/prefix.ts";
import { fixedAddresses } from "../../../src/model/compute/fixed-addresses.ts";
import { hasIpv6Address, hasPublicIpv4 } from "../../../src/model/compute/instance-addresses.ts";
import { tierOf } from "../../../src/model/lookup.ts";
import { networkFrom } from "../../support/network.ts";

const head = (vpc: string) => `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16${vpc} }
  availabilityZones: [a]
  subnets:
    legacy: { addressing: ipv4-only, internet: public, mapPublicIpOnLaunch: true, slot: 0 }
    native: { addressing: ipv6-only, internet: egress-only, slot: 1 }
    quiet: { addressing: dual-stack, internet: public, assignIpv6AddressOnCreation: false, mapPublicIpOnLaunch: false, slot: 2 }
    web: { addressing: dual-stack, internet: public, mapPublicIpOnLaunch: true, slot: 3 }
compute:
  instances:
`;

function only(host: string, vpc = "") {
  const network = networkFrom(`${head(vpc)}    host: { instanceType: t4g.small, ${host} }`);
  const [instance] = network.compute.instances;
  if (instance === undefined) throw new Error("there is no host");
  return { network, instance };
}

test.each([
  ["an IPv4-only tier gives neither more than IPv4", "subnet: legacy", false, true],
  ["an IPv6-only tier gives IPv6", "subnet: native", true, false],
  ["a tier may give nothing by itself", "subnet: quiet", false, false],
  ["a tier may give both", "subnet: web", true, true],
  ["the host may ask for one", "subnet: quiet, ipv6AddressCount: 1", true, false],
  ["the host may ask for none", "subnet: web, ipv6AddressCount: 0", false, true],
  ["the host may have a fixed one", 'subnet: quiet, ipv6Addresses: ["::10"]', true, false],
  ["the host may have an Elastic IP", "subnet: quiet, elasticIp: true", false, true],
  ["the host may ask for a public one", "subnet: quiet, associatePublicIpAddress: true", false, true],
  ["the host may ask for no public one", "subnet: web, associatePublicIpAddress: false", true, false],
])("which addresses a host has: %s", (_, host, ipv6, ipv4) => {
  const { network, instance } = only(host);
  const tiers = [tierOf(network, instance.tier)];
  expect([hasIpv6Address(instance, tiers), hasPublicIpv4(instance, tiers)]).toEqual([ipv6, ipv4]);
});

test("of several tiers that a host may stand in, each must give IPv6, and one that gives public IPv4 is enough", () => {
  const { network, instance } = only("subnet: web");
  const tiers = (...names: readonly string[]) => network.tiers.filter(({ name }) => names.includes(name));
  expect(hasIpv6Address(instance, tiers("web", "legacy"))).toBe(false);
  expect(hasIpv6Address(instance, tiers("web", "quiet"))).toBe(false);
  expect(hasIpv6Address(instance, tiers("web", "native"))).toBe(true);
  const asking = only("subnet: web, ipv6AddressCount: 1").instance;
  expect(hasIpv6Address(asking, tiers("web", "legacy"))).toBe(false);
  expect(hasPublicIpv4(instance, tiers("web", "quiet"))).toBe(true);
  expect(hasPublicIpv4(instance, tiers("web", "native"))).toBe(false);
});

const WRITTEN = ', ipv6: { byoip: { poolId: ipv6pool-ec2-0123456789abcdef0, cidr: "2001:db8:0:100::/56" } }';

test.each([
  ["::10", "", null, 16n],
  ["::", "", null, 0n],
  ["::ffff:ffff:ffff:ffff", "", null, 2n ** 64n - 1n],
  ["2001:db8:0:120::10", "", null, null],
  ["::10", WRITTEN, "2001:db8:0:120::/64", 16n],
  ["2001:db8:0:120::10", WRITTEN, "2001:db8:0:120::/64", 16n],
  ["2001:db8:0:121::10", WRITTEN, "2001:db8:0:120::/64", null],
])("%s in a tier is a number in its block", (address, vpc, block, number) => {
  const { network } = only(`subnet: quiet, ipv6Addresses: ["${address}"]`, vpc);
  const found = fixedAddresses(network).map((one) => ({
    block: one.block === null ? null : formatPrefix(one.block),
    number: one.number === null ? null : `${one.number}`,
    size: `${one.size}`,
  }));
  expect(found).toEqual([{ block, number: number === null ? null : `${number}`, size: `${2n ** 64n}` }]);
});

test.each([
  ["10.20.32.0", 0n],
  ["10.20.32.255", 255n],
  ["10.20.33.1", null],
])("%s in a tier is a number in its IPv4 block", (address, number) => {
  const { network } = only(`subnet: quiet, privateIp: ${address}`);
  expect(fixedAddresses(network).map((one) => [one.text, `${one.number}`, `${one.size}`])).toEqual([
    [address, `${number}`, "256"],
  ]);
});
