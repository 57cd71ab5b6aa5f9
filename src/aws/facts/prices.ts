import { factsOf } from "./fact.ts";

const PRICE_LIST = "https://github.com/xbill9/zombiescan/blob/0771551/src/zombiescan/pricing/table.json";

/** What is known of AWS's prices; those of NAT data and public IPv4 addresses are with routing and addressing. */
export const priceFacts = factsOf({
  natGatewayHours: {
    claim:
      "AWS's price list has an hour of a NAT gateway at $0.045 in us-east-1, $0.048 in eu-west-1, $0.052 in eu-central-1, and so for each region that this table has.",
    source: PRICE_LIST,
    checked: "2026-11-29",
    evidence: "2026-09-21",
    // A copy of what AWS's Price List API answered.
    confidence: "medium",
  },
  interfaceEndpointHours: {
    claim:
      "AWS's price list has an hour of an interface endpoint, for each Availability Zone in which it has a subnet, at $0.01 in us-east-1, $0.011 in eu-west-1, $0.012 in eu-central-1, and so for each region that this table has.",
    source: `${PRICE_LIST}; https://aws.amazon.com/privatelink/pricing/`,
    checked: "2026-11-29",
    evidence: "2026-09-21",
    confidence: "medium",
  },
  interfaceEndpointData: {
    claim: "Interface endpoints cost $0.01 for each GB of the first PB a month in a region.",
    source: "https://aws.amazon.com/privatelink/pricing/",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "medium",
  },
  transitGatewayAttachmentHours: {
    claim: "A VPC's attachment to a transit gateway costs $0.05 an hour in us-east-1 and us-east-2.",
    source:
      "https://raw.githubusercontent.com/api-evangelist/amazon-transit-gateway/refs/heads/main/plans/amazon-transit-gateway-plans-pricing.yml; https://www.factualminds.com/blog/amazon-vpc-pricing-endpoints-peering-transit-gateway/",
    checked: "2026-11-29",
    evidence: "2026-09-20",
    // Quoted from AWS's page by others; its example is of us-east-2.
    confidence: "medium",
  },
  crossZoneData: {
    claim:
      "Data between Availability Zones of us-east-1 costs $0.01 for each GB in each direction: $0.02 for a GB that crosses.",
    source:
      "https://www.factualminds.com/blog/amazon-vpc-pricing-endpoints-peering-transit-gateway/; https://www.usage.ai/blogs/aws-network-costs/",
    checked: "2026-11-29",
    evidence: "2026-06-13",
    confidence: "medium",
  },
  regionalNatGatewayHours: {
    claim: "A regional NAT gateway costs the hours of one gateway for each zone in which it is active.",
    source: "https://aws.amazon.com/vpc/pricing/",
    checked: "2026-11-29",
    evidence: "undated",
    // By the input of AWS's calculator, as others describe it.
    confidence: "medium",
  },
  egressOnlyGatewayIsFree: {
    claim:
      "An egress-only internet gateway costs nothing; data that leaves AWS costs the same by every gateway.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
});
