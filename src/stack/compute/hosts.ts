import { invariant } from "../../base/invariant.ts";
import type { Host, Metadata } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";

/** Block `metadata_options`, which launch templates and instances spell alike. */
export function metadataOptions(metadata: Metadata) {
  return {
    httpEndpoint: "enabled",
    httpTokens: metadata.httpTokens,
    httpPutResponseHopLimit: metadata.httpPutResponseHopLimit,
    httpProtocolIpv6: metadata.ipv6 ? "enabled" : "disabled",
    instanceMetadataTags: metadata.instanceMetadataTags ? "enabled" : "disabled",
  };
}

/**
 * Block `private_dns_name_options` for hosts that stand in IPv6-only tiers alone: they have no IPv4 address to be
 * named after. Null for all others: they take what each subnet says.
 */
export function privateDnsNameOptions(network: Network, tierNames: readonly string[]) {
  const tiers = network.tiers.filter((tier) => tierNames.includes(tier.name));
  invariant(tiers.length === new Set(tierNames).size, `a tier among ${tierNames.join(", ")} is none`);
  if (tiers.length === 0 || tiers.some((tier) => tier.addressing !== "ipv6-only")) return null;
  return {
    hostnameType: "resource-name",
    enableResourceNameDnsAaaaRecord: tiers.every((tier) => tier.enableResourceNameDnsAaaaRecordOnLaunch),
    enableResourceNameDnsARecord: false,
  };
}

/**
 * Tags of what AWS itself makes at a launch. The provider's `default_tags` reach only what Terraform makes, so the
 * blueprint's own tags are repeated here.
 */
export function launchTags(network: Network, displayName: string, host: Host): Record<string, string> {
  return { ...network.tags, ...withNameTag(displayName, host.tags) };
}
