import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** The tier's keys that an IPv4-only subnet cannot have, with the value that is wrong. */
const SETTINGS: readonly {
  readonly key: string;
  readonly value: string;
  readonly isSet: (tier: Tier) => boolean;
}[] = [
  { key: "ipv6Block", value: "a block", isSet: (tier) => tier.writtenKeys.includes("ipv6Block") },
  { key: "ipv6Numbers", value: "numbers", isSet: (tier) => tier.writtenKeys.includes("ipv6Numbers") },
  { key: "ipv6IpamPoolId", value: "a pool", isSet: (tier) => tier.ipv6IpamPoolId !== null },
  { key: "nat64", value: "true", isSet: (tier) => tier.nat64 },
  // DNS64 follows nat64 when left out: one mistake.
  { key: "enableDns64", value: "true", isSet: (tier) => tier.enableDns64 && !tier.nat64 },
  { key: "assignIpv6AddressOnCreation", value: "true", isSet: (tier) => tier.assignIpv6AddressOnCreation },
  {
    key: "enableResourceNameDnsAaaaRecordOnLaunch",
    value: "true",
    isSet: (tier) => tier.enableResourceNameDnsAaaaRecordOnLaunch,
  },
];

/** An IPv4-only subnet has nothing of IPv6. */
export const ipv4OnlySubnetWithIpv6Settings: Rule<"ipv4-only-subnet-with-ipv6-settings"> = {
  id: "ipv4-only-subnet-with-ipv6-settings",
  severity: "warning",
  title: "An IPv4-only tier has no IPv6 blocks, addresses, records, DNS64 or NAT64.",
  why: "Such a tier has no IPv6 block, so that these settings are left out of the stack: EC2 refuses assignIpv6AddressOnCreation without a block. DNS64 would answer with IPv6 addresses, which hosts without IPv6 cannot reach.",
  sources: [addressingFacts.ipv4OnlySubnetHasNoIpv6],
  check({ tiers }, report) {
    for (const tier of tiers.filter(({ addressing }) => addressing === "ipv4-only")) {
      for (const { key, value } of SETTINGS.filter(({ isSet }) => isSet(tier))) {
        report(
          atKey([...tier.path, key]),
          `tier "${tier.name}" is IPv4-only: it cannot have ${key}: ${value}`,
          `remove ${key}, or write addressing: dual-stack`,
        );
      }
    }
  },
};
