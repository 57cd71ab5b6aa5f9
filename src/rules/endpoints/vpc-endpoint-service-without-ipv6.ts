import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { SERVICES_WITHOUT_IPV6_ENDPOINT } from "../../aws/vpc-endpoint-services.ts";
import { ipv6OnlyTier } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Not every service has endpoints for IPv6. */
export const vpcEndpointServiceWithoutIpv6: Rule<"vpc-endpoint-service-without-ipv6"> = {
  id: "vpc-endpoint-service-without-ipv6",
  severity: "warning",
  title:
    "An interface endpoint for IPv6 is for a service that has one, and ECR's are not meant for IPv6-only hosts.",
  why: "AWS says of some services that their private endpoints are IPv4 only, and EC2 refuses the other types for them. Amazon ECR is one: its guide says that it takes no PrivateLink traffic at its dual-stack names. IPv6-only tasks and hosts pull images through the egress-only internet gateway, by the name <account>.dkr-ecr.<region>.on.aws, and ECR's endpoints do nothing for them.",
  sources: [vpcEndpointFacts.servicesWithoutIpv6Endpoint, vpcEndpointFacts.ecrEndpointsAreIpv4],
  check(network, report) {
    const native = ipv6OnlyTier(network.tiers);
    for (const { name, path, service, ipAddressType, type } of network.vpcEndpoints) {
      if (service === null || !SERVICES_WITHOUT_IPV6_ENDPOINT.includes(service)) continue;
      if (type.kind === "interface" && ipAddressType !== "ipv4") {
        report(
          [...path, "ipAddressType"],
          `VPC endpoint "${name}" is of type ${ipAddressType}, but ${service} has no endpoints for IPv6`,
          "put it in a tier with IPv4 and write ipAddressType: ipv4",
        );
      } else if (service.startsWith("ecr.") && native !== null) {
        report(
          [...path, "service"],
          `VPC endpoint "${name}" to ${service} is of no use to the hosts of tier "${native.name}", which is IPv6-only`,
          "pull from <account>.dkr-ecr.<region>.on.aws there, through the egress-only internet gateway",
        );
      }
    }
  },
};
