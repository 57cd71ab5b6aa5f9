import { routingFacts } from "../../aws/facts/routing.ts";
import { AMAZON_PROVIDED_DNS } from "../../aws/resolvers.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { DhcpOptions } from "../../model/types/dhcp-and-flow-logs.ts";
import type { Rule } from "../rule.ts";

/** DHCP hands out addresses. */
export const dhcpOptionsInvalid: Rule<"dhcp-options-invalid"> = {
  id: "dhcp-options-invalid",
  severity: "error",
  title: "DHCP options say something, and DNS and NTP servers in them are IP addresses.",
  why: "Terraform refuses a set of DHCP options that says nothing: leave it out to keep those of the region. DHCP tells hosts the addresses of their servers, so that names cannot stand there: EC2 refuses them. The one exception is AmazonProvidedDNS among the DNS servers, the VPC's own resolver. Amazon's time service has no name either: it is 169.254.169.123 and, on Nitro, fd00:ec2::123.",
  sources: [routingFacts.dhcpServersAreAddresses, routingFacts.dhcpOptionsNeedOne],
  check({ dhcpOptions }, report) {
    if (dhcpOptions === null) return;
    const { path, domainNameServers, ntpServers } = dhcpOptions;
    if (saysNothing(dhcpOptions)) {
      report(path, "these DHCP options say nothing", "remove dhcpOptions, or write domainNameServers");
    }
    domainNameServers.forEach((server, index) => {
      if (server === AMAZON_PROVIDED_DNS || parseAddress(server) !== null) return;
      const isMeant = server.toLowerCase() === AMAZON_PROVIDED_DNS.toLowerCase();
      report(
        [...path, "domainNameServers", index],
        `DNS server "${server}" is no IP address`,
        isMeant ? `write ${AMAZON_PROVIDED_DNS}` : `write an address, or ${AMAZON_PROVIDED_DNS}`,
      );
    });
    ntpServers.forEach((server, index) => {
      if (parseAddress(server) !== null) return;
      report(
        [...path, "ntpServers", index],
        `NTP server "${server}" is no IP address`,
        'write an address, such as Amazon\'s "fd00:ec2::123" or 169.254.169.123',
      );
    });
  },
};

function saysNothing(options: DhcpOptions): boolean {
  const { domainName, domainNameServers, ntpServers, ipv6AddressPreferredLeaseTime } = options;
  const lists = [...domainNameServers, ...ntpServers];
  return domainName === null && lists.length === 0 && ipv6AddressPreferredLeaseTime === null;
}
