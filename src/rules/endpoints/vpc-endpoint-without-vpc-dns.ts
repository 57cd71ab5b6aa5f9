import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** Names that lead to an endpoint are the VPC resolver's. */
export const vpcEndpointWithoutVpcDns: Rule<"vpc-endpoint-without-vpc-dns"> = {
  id: "vpc-endpoint-without-vpc-dns",
  severity: "error",
  isRunByAws: true,
  title: "A VPC with private DNS for an endpoint has enableDnsSupport and enableDnsHostnames.",
  why: "Private DNS is a private hosted zone which the VPC's resolver answers from. EC2 refuses it unless the VPC has both attributes; that they are turned off later it does not refuse. The same holds of a gateway endpoint that chooses its DNS records.",
  sources: [vpcEndpointFacts.endpointPrivateDnsNeedsVpcDns, vpcEndpointFacts.gatewayRecordsNeedVpcDns],
  check({ vpc, vpcEndpoints }, report) {
    const missing = [
      ...(vpc.enableDnsSupport ? [] : ["enableDnsSupport"]),
      ...(vpc.enableDnsHostnames ? [] : ["enableDnsHostnames"]),
    ];
    if (missing.length === 0) return;
    for (const endpoint of vpcEndpoints) {
      const asked = whatNeedsDns(endpoint);
      if (asked === null) continue;
      report(
        [...endpoint.path, ...asked.key],
        `VPC endpoint "${endpoint.name}" has ${asked.words}, but the VPC has ${missing.join(" and ")} off`,
        `remove ${missing.join(" and ")} from network.vpc: on by default; or ${asked.wayOut}`,
      );
    }
  },
};

interface Asked {
  readonly key: readonly string[];
  readonly words: string;
  readonly wayOut: string;
}

function whatNeedsDns({ type, dnsRecordIpType }: VpcEndpoint): Asked | null {
  if (type.kind === "interface") {
    const key = ["type", "interface", "privateDnsEnabled"];
    const wayOut = "write privateDnsEnabled: false";
    return type.privateDnsEnabled ? { key, words: "private DNS", wayOut } : null;
  }
  if (dnsRecordIpType === null || dnsRecordIpType === "service-defined") return null;
  const words = `DNS records of type ${dnsRecordIpType}`;
  return { key: ["dnsRecordIpType"], words, wayOut: "leave dnsRecordIpType out" };
}
