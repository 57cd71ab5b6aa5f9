import { routingFacts } from "../../aws/facts/routing.ts";
import { AMAZON_PROVIDED_DNS } from "../../aws/resolvers.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { Rule } from "../rule.ts";

/** DHCP hands out addresses. */
export const dhcpOptionsInvalid: Rule<"dhcp-options-invalid"> = {
  id: "dhcp-options-invalid",
  severity: "error",
  title: "DNS and NTP servers in DHCP options are IP addresses.",
  why: "DHCP tells hosts the addresses of their servers, so that names cannot stand there: EC2 refuses them. The one exception is AmazonProvidedDNS among the DNS servers, the VPC's own resolver. Amazon's time service has no name either: it is 169.254.169.123 and, on Nitro, fd00:ec2::123.",
  sources: [routingFacts.dhcpServersAreAddresses],
  check({ dhcpOptions }, report) {
    if (dhcpOptions === null) return;
    const { path, domainNameServers, ntpServers } = dhcpOptions;
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
