import { expect, test } from "vitest";
import { formatPath } from "../../../src/base/path.ts";
import { writtenCidrs } from "../../../src/model/addressing/written-cidrs.ts";
import { networkFrom } from "../../support/network.ts";

/** Each block with the place of its text; `~` before those whose host bits AWS lets pass. */
function placesOf(yaml: string): readonly string[] {
  const network = networkFrom(`apiVersion: hextet/v1\nname: shop\nregion: eu-west-1\n${yaml}`);
  return writtenCidrs(network).map(
    ({ path, cidr, takesHostBits }) => `${takesHostBits ? "~" : ""}${formatPath(path)}: ${cidr.text}`,
  );
}

test("every block that an author can write is found at the place of its text", () => {
  const places = placesOf(`
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    additionalIpv4Cidrs: { pods: { cidr: 100.64.0.0/16 } }
    additionalIpv6Cidrs:
      amazon: { amazonProvided: {} }
      own: { byoip: { poolId: ipv6pool-ec2-0123abc, cidr: "2001:db8:2::/56" } }
      pool: { ipam: { poolId: ipam-pool-0123abc, cidr: "2001:db8:1::/56" } }
      sized: { ipam: { poolId: ipam-pool-0123abc, netmaskLength: 56 } }
  availabilityZones: [a]
  subnets:
    web: { addressing: dual-stack, internet: public, slot: 0 }
    written: { addressing: ipv4-only, ipv4Cidrs: { a: 10.20.9.0/24 }, slot: 1 }
  routes:
    web: { office: { destination: "2001:db8:9::/48", target: { transitGatewayId: tgw-0123abc } } }
  networkAcls:
    web:
      subnets: [web]
      ingress:
        four: { ruleNumber: 100, protocol: tcp, ports: 443, cidr: { cidrIpv4: 192.0.2.0/24 } }
        inside: { ruleNumber: 101, protocol: tcp, ports: 443, cidr: { vpcIpv6: {} } }
        six: { ruleNumber: 102, protocol: tcp, ports: 443, cidr: { cidrIpv6: "2001:db8:3::/48" } }
  prefixLists: { office: { addressFamily: IPv6, entries: { main: { cidr: "2001:db8:4::/48" } } } }
  securityGroups:
    web:
      ingress:
        four: { protocol: tcp, ports: 443, from: { cidrIpv4: 198.51.100.0/24 } }
        same: { protocol: tcp, ports: 443, from: { self: {} } }
      egress: { six: { protocol: tcp, ports: 443, to: { cidrIpv6: "2001:db8:5::/48" } } }
`);
  expect(places).toEqual([
    "network.vpc.ipv4Cidr: 10.20.0.0/16",
    "network.vpc.additionalIpv4Cidrs.pods.cidr: 100.64.0.0/16",
    "network.vpc.additionalIpv6Cidrs.own.byoip.cidr: 2001:db8:2::/56",
    "network.vpc.additionalIpv6Cidrs.pool.ipam.cidr: 2001:db8:1::/56",
    "network.subnets.web.slot: 10.20.0.0/24",
    "network.subnets.written.ipv4Cidrs.a: 10.20.9.0/24",
    "network.routes.web.office.destination: 2001:db8:9::/48",
    "network.securityGroups.web.egress.six.to.cidrIpv6: 2001:db8:5::/48",
    "network.securityGroups.web.ingress.four.from.cidrIpv4: 198.51.100.0/24",
    "~network.networkAcls.web.ingress.four.cidr.cidrIpv4: 192.0.2.0/24",
    "~network.networkAcls.web.ingress.six.cidr.cidrIpv6: 2001:db8:3::/48",
    "~network.prefixLists.office.entries.main.cidr: 2001:db8:4::/48",
  ]);
});

test("the blocks of pools are found, but for those of which only the size is written", () => {
  const places = placesOf(`
ipam:
  pools:
    inside: { scope: private, locale: eu-west-1, cidrs: { main: { cidr: "fd12:3456:7890::/48" } } }
    own:
      publicIpSource: byoip
      cidrs: { range: { byoip: { cidr: "2001:db8:4000::/48", message: 1|aws, signature: c2ln } } }
    sized: { source: own, cidrs: { main: { netmaskLength: 52 } } }
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { native: { addressing: ipv6-only, slot: 0 } }
`);
  expect(places.filter((place) => place.startsWith("ipam"))).toEqual([
    "ipam.pools.inside.cidrs.main.cidr: fd12:3456:7890::/48",
    "ipam.pools.own.cidrs.range.byoip.cidr: 2001:db8:4000::/48",
  ]);
});
