import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** An endpoint's DNS records name addresses that it has. */
export const vpcEndpointDnsRecordType: Rule<"vpc-endpoint-dns-record-type"> = {
  id: "vpc-endpoint-dns-record-type",
  severity: "error",
  title: "The DNS records of a VPC endpoint are of its address type.",
  why: "Inside the VPC the endpoint's names get A records, AAAA records or both. Records of a family that the endpoint does not have would lead nowhere, and EC2 refuses them. A gateway endpoint for DynamoDB takes service-defined records only.",
  sources: [
    vpcEndpointFacts.endpointDnsRecordsFitAddressType,
    vpcEndpointFacts.dynamodbGatewayRecordsServiceDefined,
  ],
  check({ vpcEndpoints }, report) {
    for (const endpoint of vpcEndpoints) {
      const { name, path, ipAddressType, dnsRecordIpType } = endpoint;
      // What service-defined records are without both families is the service's matter.
      if (dnsRecordIpType === null || dnsRecordIpType === "service-defined") continue;
      if (isDynamodbGateway(endpoint)) {
        report(
          [...path, "dnsRecordIpType"],
          `gateway endpoint "${name}" to DynamoDB asks for DNS records of type ${dnsRecordIpType}`,
          "leave dnsRecordIpType out: DynamoDB has service-defined records only",
        );
      } else if (ipAddressType !== "dualstack" && dnsRecordIpType !== ipAddressType) {
        report(
          [...path, "dnsRecordIpType"],
          `VPC endpoint "${name}" is of type ${ipAddressType}, but asks for DNS records of type ${dnsRecordIpType}`,
          `leave dnsRecordIpType out, or write ${ipAddressType}`,
        );
      }
    }
  },
};

function isDynamodbGateway({ type, service }: VpcEndpoint): boolean {
  return type.kind === "gateway" && service === "dynamodb";
}
