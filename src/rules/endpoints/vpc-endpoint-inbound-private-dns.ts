import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcEndpoint, VpcEndpointType } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** Names for inbound Resolver endpoints alone need a gateway endpoint for the VPC's own hosts. */
export const vpcEndpointInboundPrivateDns: Rule<"vpc-endpoint-inbound-private-dns"> = {
  id: "vpc-endpoint-inbound-private-dns",
  severity: "error",
  title: "Private DNS for inbound Resolver endpoints only stands beside a gateway endpoint of the service.",
  why: "With it the service's usual name leads to the interface endpoint only for those who ask an inbound Resolver endpoint; the hosts of the VPC take the gateway endpoint. EC2 refuses it where the VPC has none for the service, and for services that have no gateway endpoint at all: InvalidParameter, after the plan.",
  sources: [vpcEndpointFacts.inboundPrivateDnsNeedsGateway],
  check(network, report) {
    for (const endpoint of network.vpcEndpoints) {
      const { type, path } = endpoint;
      if (type.kind !== "interface" || !type.privateDnsOnlyForInboundResolverEndpoint) continue;
      const wrong = wrongIn(network, endpoint, type);
      const at = [...path, "type", "interface", "privateDnsOnlyForInboundResolverEndpoint"];
      if (wrong !== null) report(at, wrong.message, wrong.hint);
    }
  },
};

function wrongIn(
  { vpcEndpoints, existing }: Network,
  { serviceName, service }: VpcEndpoint,
  { privateDnsEnabled }: Extract<VpcEndpointType, { kind: "interface" }>,
): { readonly message: string; readonly hint: string } | null {
  if (!privateDnsEnabled)
    return {
      message: "private DNS is off altogether here",
      hint: "take this out, or privateDnsEnabled: false",
    };
  if (service !== null && service !== "s3" && service !== "dynamodb")
    return {
      message: `"${service}" has no gateway endpoint, so nothing would lead hosts of the VPC to it`,
      hint: "take it out",
    };
  const hasGateway = vpcEndpoints.some(
    (other) => other.type.kind === "gateway" && other.serviceName === serviceName,
  );
  // An existing VPC may have one that the blueprint does not know.
  if (hasGateway || existing !== null) return null;
  return {
    message: `the VPC has no gateway endpoint for ${serviceName}`,
    hint: "write one, in the route tables of the tiers that use the service; or take this out",
  };
}
