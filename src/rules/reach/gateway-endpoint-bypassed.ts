import { routingFacts } from "../../aws/facts/routing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { costTraps } from "../../reach/findings/cost-traps.ts";
import { reportFindings } from "../report-findings.ts";
import type { Rule } from "../rule.ts";

/** A gateway endpoint is free, a NAT gateway is not. */
export const gatewayEndpointBypassed: Rule<"gateway-endpoint-bypassed"> = {
  id: "gateway-endpoint-bypassed",
  severity: "warning",
  title: "Where the VPC has a gateway endpoint for S3, calls to S3 do not go through a NAT gateway.",
  why: "A NAT gateway charges for each GB, a gateway endpoint for nothing. It takes the calls of those tiers alone whose route tables it stands in, and of these the families of its address type. DNS64 makes IPv6 calls of IPv4 ones: they take the route of 64:ff9b::/96 to the NAT gateway, past an endpoint for IPv4. Package repositories of Amazon Linux and layers of container images come from S3, so that nearly every host calls it. Nothing is said where the endpoint has IPv6 in the tier: then it depends on the names that clients call.",
  sources: [
    routingFacts.natGatewayPrice,
    routingFacts.dns64OnDualStackCosts,
    vpcEndpointFacts.gatewayEndpointServices,
    vpcEndpointFacts.gatewayEndpointIpv4MissesAaaa,
  ],
  yieldsTo: ["dns64-on-dual-stack-subnet", "vpc-endpoint-gateway-ipv4-only"],
  check(network, report) {
    reportFindings(network, costTraps, report);
  },
};
