import { computeFacts } from "../../aws/facts/compute.ts";
import { NTP_IPV6_ADDRESS, RESOLVER_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import { parseAddress } from "../../base/prefix.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Host } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import type { Report, Rule } from "../rule.ts";

/** Amazon's services answer over IPv6 on Nitro. */
export const nitroOnlyAddressOnXen: Rule<"nitro-only-address-on-xen"> = {
  id: "nitro-only-address-on-xen",
  severity: "error",
  title: "Xen hosts are not sent to fd00:ec2::253 or fd00:ec2::123.",
  why: "The VPC's resolver and the time service have their IPv6 addresses on Nitro only. A Xen host that is told to ask there gets no answer: names do not resolve, and its clock drifts.",
  sources: [computeFacts.linkLocalServices, computeFacts.xenFamilies],
  check(network, report) {
    const hosts = hostsOf(network).map(({ host }) => host);
    const xen = hosts.filter(({ instanceType }) => instanceType.hypervisor === "xen");
    for (const { guest, instanceType } of xen) {
      if (guest?.timeServerIpv6 !== true) continue;
      report(
        [...guest.path, "timeServerIpv6"],
        `${NTP_IPV6_ADDRESS} does not answer on "${instanceType.name}", which runs on Xen`,
        "use a Nitro type such as t3.micro, or leave timeServerIpv6 out",
      );
    }
    const first = xen[0];
    if (first !== undefined) checkDhcp(network, first, report);
  },
};

/** A list with another server in it still has an answer. */
function checkDhcp({ dhcpOptions }: Network, host: Host, report: Report): void {
  if (dhcpOptions === null) return;
  const lists = [
    ["domainNameServers", dhcpOptions.domainNameServers, RESOLVER_IPV6_ADDRESS],
    ["ntpServers", dhcpOptions.ntpServers, NTP_IPV6_ADDRESS],
  ] as const;
  for (const [key, servers, address] of lists) {
    const isOnlyOne = servers.length > 0 && servers.every((server) => isSame(server, address));
    if (!isOnlyOne) continue;
    report(
      [...dhcpOptions.path, key],
      `${address} is the only one of ${key}, and does not answer on "${host.instanceType.name}", which runs on Xen`,
      "add the IPv4 address too, or use Nitro types",
    );
  }
}

function isSame(a: string, b: string): boolean {
  return parseAddress(a)?.address === parseAddress(b)?.address;
}
