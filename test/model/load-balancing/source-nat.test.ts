import { expect, test } from "vitest";
import { needsSourceNatPrefix } from "../../../src/model/load-balancing/source-nat.ts";
import { networkFrom } from "../../support/network.ts";

function needs(settings: string): boolean {
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { web: { addressing: dual-stack, internet: public, slot: 0 } }
loadBalancers: { main: { ${settings}, subnets: [web] } }
targetGroups: { all: { protocol: TCP_UDP, port: 53 } }
`);
  return network.loadBalancers.some(needsSourceNatPrefix);
}

const listener = (port: number, protocol: string) =>
  `on${port}: { port: ${port}, protocol: ${protocol}, action: { forwardTo: all } }`;

test.each([
  ["UDP", "network", "dualstack", [listener(53, "UDP")], true],
  ["TCP and UDP on one port", "network", "dualstack", [listener(53, "TCP_UDP")], true],
  ["UDP beside TCP", "network", "dualstack", [listener(53, "UDP"), listener(80, "TCP")], true],
  ["TCP", "network", "dualstack", [listener(80, "TCP")], false],
  ["IPv4 only", "network", "ipv4", [listener(53, "UDP")], false],
  ["an application load balancer", "application", "dualstack", [listener(53, "UDP")], false],
])("a prefix for source NAT is needed, %s", (_, type, addressing, listeners, expected) => {
  const settings = `type: ${type}, ipAddressType: ${addressing}, listeners: { ${listeners.join(", ")} }`;
  expect(needs(settings)).toBe(expected);
});
