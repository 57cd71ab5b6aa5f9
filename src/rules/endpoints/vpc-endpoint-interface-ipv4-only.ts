import { routingFacts } from "../../aws/facts/routing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { SERVICES_WITHOUT_IPV6_ENDPOINT } from "../../aws/vpc-endpoint-services.ts";
import { hasAaaaRecords, hasPrivateName } from "../../model/endpoints/private-names.ts";
import { ipv6OnlyTier, tiersOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** IPv6-only hosts reach an endpoint by IPv6. */
export const vpcEndpointInterfaceIpv4Only: Rule<"vpc-endpoint-interface-ipv4-only"> = {
  id: "vpc-endpoint-interface-ipv4-only",
  severity: "warning",
  title: "In a VPC with IPv6-only tiers the name of an interface endpoint has AAAA records.",
  why: "With private DNS the service's usual name leads to the endpoint. Where that name has A records alone, an IPv6-only host needs DNS64 and NAT64 to follow it, and pays the NAT gateway for every byte; without them it does not get there at all. In 2022 there was no other way. Today a dualstack endpoint is reached directly.",
  sources: [vpcEndpointFacts.endpointRecordsOfThePrivateName, routingFacts.nat64NeedsDns64ForNames],
  check(network, report) {
    const native = ipv6OnlyTier(network.tiers);
    if (native === null) return;
    for (const endpoint of network.vpcEndpoints) {
      if (!hasPrivateName(endpoint) || hasAaaaRecords(endpoint) || cannotHaveIpv6(network, endpoint))
        continue;
      const { name, path, ipAddressType } = endpoint;
      const isIpv4 = ipAddressType === "ipv4";
      report(
        [...path, isIpv4 ? "ipAddressType" : "dnsRecordIpType"],
        `interface endpoint "${name}" has A records only: hosts of tier "${native.name}", which is IPv6-only, need NAT64 for it`,
        isIpv4
          ? "put it in a dual-stack tier, with ipAddressType: dualstack"
          : `write dnsRecordIpType: ${ipAddressType}`,
      );
    }
  },
};

/** Where the service has no IPv6; and an IPv4 endpoint in an IPv6-only tier is an error, which has its own rule. */
function cannotHaveIpv6(network: Network, { service, ipAddressType, tiers }: VpcEndpoint): boolean {
  if (service !== null && SERVICES_WITHOUT_IPV6_ENDPOINT.includes(service)) return true;
  return ipAddressType === "ipv4" && ipv6OnlyTier(tiersOf(network, tiers)) !== null;
}
