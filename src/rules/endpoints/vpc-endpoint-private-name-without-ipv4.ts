import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { SERVICES_WITHOUT_IPV6_ENDPOINT } from "../../aws/vpc-endpoint-services.ts";
import { hasPrivateName } from "../../model/endpoints/private-names.ts";
import { tiersOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** What a service's usual name answers, it answers in all tiers. */
export const vpcEndpointPrivateNameWithoutIpv4: Rule<"vpc-endpoint-private-name-without-ipv4"> = {
  id: "vpc-endpoint-private-name-without-ipv4",
  severity: "warning",
  title: "In a VPC with IPv4-only tiers the private name of an interface endpoint has A records.",
  why: "AWS answers the service's usual name for the whole VPC, not for the endpoint's tiers alone. Where it has AAAA records only, hosts of IPv4-only tiers lose the service, even those that reached it through a NAT gateway before. An endpoint in IPv6-only tiers is of type ipv6, and its records are.",
  sources: [vpcEndpointFacts.endpointRecordsOfThePrivateName, vpcEndpointFacts.endpointPrivateNameOnce],
  check(network, report) {
    const blind = network.tiers.filter(({ addressing }) => addressing === "ipv4-only");
    if (blind.length === 0) return;
    for (const endpoint of network.vpcEndpoints) {
      const { name, path, ipAddressType, dnsRecordIpType } = endpoint;
      if (!hasPrivateName(endpoint) || dnsRecordIpType !== "ipv6" || cannotBe(network, endpoint)) continue;
      const tiers = blind.map((tier) => `"${tier.name}"`).join(", ");
      report(
        [...path, ipAddressType === "dualstack" ? "dnsRecordIpType" : "ipAddressType"],
        `the name of endpoint "${name}" has AAAA records only: hosts of tier ${tiers}, which is ipv4-only, lose ${endpoint.service ?? endpoint.serviceName}`,
        ipAddressType === "dualstack"
          ? "write dnsRecordIpType: dualstack"
          : "put it in a dual-stack tier, with ipAddressType: dualstack; or take private DNS away",
      );
    }
  },
};

/** EC2 refuses such an endpoint, which other rules say: the service has no IPv6, or one of the tiers is not IPv6-only. */
function cannotBe(network: Network, { service, ipAddressType, tiers }: VpcEndpoint): boolean {
  if (service !== null && SERVICES_WITHOUT_IPV6_ENDPOINT.includes(service)) return true;
  return (
    ipAddressType === "ipv6" && tiersOf(network, tiers).some(({ addressing }) => addressing !== "ipv6-only")
  );
}
