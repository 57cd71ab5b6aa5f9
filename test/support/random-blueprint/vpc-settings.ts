import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import {
  type Drawn,
  listOrNothing,
  only,
  pickSome,
  rarely,
  somePlaces,
  sometimes,
  type Tree,
} from "./tree.ts";

const DHCP = [
  { domainName: "corp.example.com", domainNameServers: ["AmazonProvidedDNS"] },
  { ntpServers: ["fd00:ec2::123"], ipv6AddressPreferredLeaseTime: 3600 },
  { domainNameServers: ["AmazonProvidedDNS"], ntpServers: ["169.254.169.123", "fd00:ec2::123"] },
] as const;

/** What is drawn of a VPC beside its blocks and tiers. */
export const vpcSettingsDraft = fc.record({
  dhcpOptions: sometimes(fc.constantFrom(...DHCP)),
  blockPublicAccess: sometimes(
    fc.record({
      mode: fc.constantFrom("off", "block-ingress", "block-bidirectional"),
      isForAll: rarely(30),
      exclusion: sometimes(
        fc.record({
          mode: fc.constantFrom(undefined, "allow-egress", "allow-bidirectional"),
          tiers: somePlaces,
        }),
      ),
    }),
  ),
  pool: sometimes(fc.constantFrom("public", "private", "byoip")),
  tags: sometimes(fc.constantFrom({ owner: "platform" }, { "a:b/c": "x=y @z", empty: "" })),
});
type VpcSettings = Drawn<typeof vpcSettingsDraft>;

/** `network.dhcpOptions` and `network.blockPublicAccess`. */
export function vpcSettingsOf({ dhcpOptions, blockPublicAccess }: VpcSettings, tiers: readonly Tier[]): Tree {
  return {
    dhcpOptions: dhcpOptions ?? undefined,
    blockPublicAccess: blockPublicAccess === null ? undefined : blockOf(blockPublicAccess, tiers),
  };
}

/** An exclusion allows what is shut: there is none where nothing is, and one for all tiers where some use the internet. */
function blockOf(
  { mode, isForAll, exclusion }: NonNullable<VpcSettings["blockPublicAccess"]>,
  tiers: readonly Tier[],
): Tree {
  const isPublic = tiers.some(({ internet }) => internet !== "none");
  const some = exclusion && {
    internetGatewayExclusionMode: exclusion.mode,
    subnets: listOrNothing(pickSome(tiers, exclusion.tiers).map(({ name }) => name)),
  };
  const out = isPublic ? {} : some;
  return {
    internetGatewayBlockMode: mode,
    setForAccountAndRegion: isForAll ? true : undefined,
    exclusions: mode === "off" ? undefined : only("out", out ?? undefined),
  };
}

const POOLS = {
  public: {
    addressFamily: "ipv6",
    scope: "public",
    publicIpSource: "amazon",
    locale: "eu-west-1",
    cidrs: { main: { netmaskLength: 52 } },
  },
  private: { scope: "private", locale: "eu-west-1", cidrs: { main: { cidr: "fd12:3456:7890::/48" } } },
  byoip: {
    scope: "public",
    addressFamily: "ipv6",
    publicIpSource: "byoip",
    publiclyAdvertisable: true,
    cidrs: { range: { byoip: { cidr: "2001:db8:4000::/48", message: "1|aws", signature: "c2lnbmF0dXJl" } } },
  },
} as const;

/** `ipam`: one pool that no VPC draws from. */
export function ipamOf({ pool }: VpcSettings): Tree | undefined {
  return pool === null ? undefined : { operatingRegions: ["eu-west-1"], pools: { main: POOLS[pool] } };
}
