import { expect, test } from "vitest";
import { formatPath } from "../../../src/base/path.ts";
import { takenBlocks } from "../../../src/model/addressing/ipam/ipam-lookup.ts";
import { networkFrom } from "../../support/network.ts";

test("a block that is taken from a pool stands where its size or its address is written", () => {
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
ipam:
  pools:
    below:
      source: own
      cidrs:
        certain: { cidr: "2001:db8:4000::/52" }
        signed: { byoip: { cidr: "2001:db8:4001::/52", message: 1|aws, signature: c2ln } }
        sized: { netmaskLength: 54 }
    own:
      publicIpSource: byoip
      cidrs: { range: { byoip: { cidr: "2001:db8:4000::/48", message: 1|aws, signature: c2ln } } }
network:
  vpc:
    ipv4Cidr: 10.20.0.0/16
    additionalIpv6Cidrs:
      certain: { ipam: { pool: below, cidr: "2001:db8:4000::/56" } }
      elsewhere: { ipam: { poolId: ipam-pool-0123abc, netmaskLength: 56 } }
      sized: { ipam: { pool: below, netmaskLength: 60 } }
      unsaid: { ipam: { pool: below } }
  availabilityZones: [a]
  subnets: { native: { addressing: ipv6-only, slot: 0 } }
`);
  const found = takenBlocks(network).map(
    ({ path, giver, length, cidr, byVpc }) =>
      `${formatPath(path)}: /${length} ${cidr?.text ?? "any"} of ${giver.name}${byVpc ? " for the VPC" : ""}`,
  );
  expect(found).toEqual([
    "network.vpc.additionalIpv6Cidrs.certain.ipam.cidr: /56 2001:db8:4000::/56 of below for the VPC",
    "network.vpc.additionalIpv6Cidrs.sized.ipam.netmaskLength: /60 any of below for the VPC",
    "ipam.pools.below.cidrs.certain.cidr: /52 2001:db8:4000::/52 of own",
    "ipam.pools.below.cidrs.signed.byoip: /52 2001:db8:4001::/52 of own",
    "ipam.pools.below.cidrs.sized.netmaskLength: /54 any of own",
  ]);
});
