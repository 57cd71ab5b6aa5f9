import { routingFacts } from "../../aws/facts/routing.ts";
import { AMAZON_PROVIDED_DNS } from "../../aws/resolvers.ts";
import { foreignResolvers } from "../../model/dns/resolvers.ts";
import { routesOfIpv6Tiers } from "../../model/routing/route-lookup.ts";
import type { Rule } from "../rule.ts";

/** DNS64 is done by the VPC's own resolver. */
export const dhcpDnsBreaksDns64: Rule<"dhcp-dns-breaks-dns64"> = {
  id: "dhcp-dns-breaks-dns64",
  severity: "warning",
  title: "Hosts of tiers with DNS64 ask the VPC's own resolver.",
  why: "DNS64 is done by the VPC's own resolver, subnet by subnet. Hosts that ask other DNS servers get no addresses in 64:ff9b::/96 from it, and IPv6-only hosts do not reach names that have only IPv4, unless those servers do DNS64 themselves.",
  sources: [routingFacts.dns64IsTheVpcResolvers],
  check(network, report) {
    const { dhcpOptions } = network;
    const [server] = foreignResolvers(network);
    if (dhcpOptions === null || server === undefined) return;
    const names = routesOfIpv6Tiers(network)
      .filter(({ tier }) => tier.enableDns64)
      .map(({ tier }) => `"${tier.name}"`);
    if (names.length === 0) return;
    report(
      [...dhcpOptions.path, "domainNameServers"],
      `hosts ask DNS server ${server}, but DNS64 in ${names.join(", ")} is done by the VPC's own resolver`,
      `write domainNameServers: [${AMAZON_PROVIDED_DNS}], and forward your own domains with Route 53 Resolver rules`,
    );
  },
};
