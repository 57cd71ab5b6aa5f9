import type { Instance } from "../types/compute.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";

/** True when the instance has an IPv6 address: one that it asks for, or one that its subnet gives. */
export function hasIpv6Address({ ipv6Addresses, host }: Instance, tiers: readonly Tier[]): boolean {
  if (!tiers.every(({ addressing }) => hasFamily(addressing, "ipv6"))) return false;
  if (ipv6Addresses.length > 0) return true;
  if (host.ipv6AddressCount !== null) return host.ipv6AddressCount > 0;
  return tiers.every(({ assignIpv6AddressOnCreation }) => assignIpv6AddressOnCreation);
}

/** True when the instance has a public IPv4 address: an Elastic IP, or one that its subnet gives. */
export function hasPublicIpv4({ elasticIp, host }: Instance, tiers: readonly Tier[]): boolean {
  if (!tiers.every(({ addressing }) => hasFamily(addressing, "ipv4"))) return false;
  if (elasticIp) return true;
  return host.associatePublicIpAddress ?? tiers.some(({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch);
}
