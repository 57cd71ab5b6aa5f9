import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { allowsBelow, parseConstraint, type Version } from "../../model/hooks/version-constraint.ts";
import type { Rule } from "../rule.ts";

/** The first release without the fault. */
const AFTER_THE_FAULT: Version = [6, 28, 0];

/** A provider's fault that shows at apply only. */
export const vpcEndpointGatewayDnsOptions: Rule<"vpc-endpoint-gateway-dns-options"> = {
  id: "vpc-endpoint-gateway-dns-options",
  severity: "warning",
  title: "A gateway endpoint to S3 with dnsRecordIpType has an AWS provider that can make it.",
  why: "With AWS providers before 6.28.0, EC2 refuses a gateway endpoint to S3 that says which DNS records it wants: the provider sends along an option that is for interface endpoints only. Plans look well; the apply fails. Without dnsRecordIpType nothing is sent.",
  sources: [vpcEndpointFacts.gatewayEndpointDnsOptionsInProvider],
  check({ vpcEndpoints, terraform }, report) {
    const range = parseConstraint(terraform.awsProviderVersion);
    if (range === null || !allowsBelow(range, AFTER_THE_FAULT)) return;
    for (const { name, path, type, service, dnsRecordIpType } of vpcEndpoints) {
      if (type.kind !== "gateway" || service === "dynamodb" || dnsRecordIpType === null) continue;
      report(
        [...path, "dnsRecordIpType"],
        `gateway endpoint "${name}" asks for DNS records, which AWS provider ${terraform.awsProviderVersion} may not be able to say`,
        'leave dnsRecordIpType out, or write terraform: { awsProvider: { version: ">= 6.28, < 7.0" } }',
      );
    }
  },
};
