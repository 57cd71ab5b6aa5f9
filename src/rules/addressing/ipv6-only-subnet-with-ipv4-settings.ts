import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** The tier's keys that an IPv6-only subnet cannot have, with the value that is wrong. */
const SETTINGS: readonly {
  readonly key: string;
  readonly value: string;
  readonly isSet: (tier: Tier) => boolean;
}[] = [
  { key: "ipv4Block", value: "a block", isSet: (tier) => tier.writtenKeys.includes("ipv4Block") },
  { key: "ipv4Cidrs", value: "blocks", isSet: (tier) => tier.writtenKeys.includes("ipv4Cidrs") },
  { key: "ipv4IpamPoolId", value: "a pool", isSet: (tier) => tier.ipv4IpamPoolId !== null },
  { key: "mapPublicIpOnLaunch", value: "true", isSet: (tier) => tier.mapPublicIpOnLaunch },
  {
    key: "privateDnsHostnameTypeOnLaunch",
    value: "ip-name",
    isSet: (tier) => tier.privateDnsHostnameTypeOnLaunch === "ip-name",
  },
  {
    key: "enableResourceNameDnsARecordOnLaunch",
    value: "true",
    isSet: (tier) => tier.enableResourceNameDnsARecordOnLaunch,
  },
];

/** An IPv6-only subnet has nothing of IPv4. */
export const ipv6OnlySubnetWithIpv4Settings: Rule<"ipv6-only-subnet-with-ipv4-settings"> = {
  id: "ipv6-only-subnet-with-ipv4-settings",
  severity: "error",
  title: "An IPv6-only tier has no IPv4 blocks, addresses, names or records.",
  why: "An IPv6-only subnet has no IPv4 block, so EC2 can give its hosts no public IPv4 address, no name made of an IPv4 address and no A record, and refuses the subnet. The provider does not check it: plan passes and apply fails.",
  sources: [
    addressingFacts.ipv6OnlySubnetRefusesIpv4Block,
    addressingFacts.ipv6OnlySubnetNeedsResourceName,
    addressingFacts.providerPassesIpv4OnIpv6OnlySubnet,
  ],
  check({ tiers }, report) {
    for (const tier of tiers.filter(({ addressing }) => addressing === "ipv6-only")) {
      for (const { key, value } of SETTINGS.filter(({ isSet }) => isSet(tier))) {
        report(
          atKey([...tier.path, key]),
          `tier "${tier.name}" is IPv6-only: it cannot have ${key}: ${value}`,
          `remove ${key}, or write addressing: dual-stack`,
        );
      }
    }
  },
};
