import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import type { DhcpOptions } from "../types/dhcp-and-flow-logs.ts";

/** The VPC's DHCP options; null when the author leaves the region's default. */
export function normaliseDhcpOptions(blueprint: Blueprint): DhcpOptions | null {
  const written = blueprint.network.dhcpOptions;
  if (written === undefined) return null;
  return {
    path: ["network", "dhcpOptions"],
    domainName: written.domainName ?? null,
    domainNameServers: written.domainNameServers ?? [],
    ntpServers: written.ntpServers ?? [],
    ipv6AddressPreferredLeaseTime: written.ipv6AddressPreferredLeaseTime ?? null,
    tags: written.tags,
  };
}
