import { factsOf } from "./fact.ts";

/** What rules cite about ways between VPCs; `routingFacts` has what they share with other routes. */
export const transitFacts = factsOf({
  attachmentSubnetPerZone: {
    claim: "A transit gateway attachment takes one subnet in each Availability Zone.",
    source: "botocore 1.43.11 model of ec2: CreateTransitGatewayVpcAttachment.SubnetIds",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  attachmentNeedsIpv4: {
    claim: "A transit gateway attachment cannot be made in IPv6-only subnets: its subnets have IPv4.",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  attachmentIpv6Support: {
    claim:
      "Without ipv6_support, which is AWS's default, the network interfaces of a transit gateway attachment get no IPv6 address and the VPC's IPv6 blocks do not propagate; the setting does not filter IPv6 traffic.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html; botocore 1.43.107 model of ec2: CreateTransitGatewayVpcAttachmentRequestOptions.Ipv6Support",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  attachmentNeedsIpv6Addresses: {
    claim:
      "The whitepaper wants IPv6 addresses on the network interfaces of a transit gateway attachment that carries IPv6; the API's own text says only that routes do not propagate without.",
    source:
      "IPv6 on AWS whitepaper, Amazon VPC connectivity options for IPv6; botocore 1.43.107 model of ec2: CreateTransitGatewayVpcAttachmentRequestOptions.Ipv6Support",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "medium",
  },
  attachmentServesItsZones: {
    claim: "Traffic of an Availability Zone without a subnet of the attachment does not reach the gateway.",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  oneStaticRoutePerDestination: {
    claim:
      "A route table of a transit gateway holds one static route for a destination: EC2 refuses a second (RouteAlreadyExists).",
    source:
      "https://github.com/ministryofjustice/modernisation-platform/pull/4810 (EC2's answer); https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html",
    checked: "2026-11-29",
    evidence: "2023-08-17",
    confidence: "high",
  },
  ipv6EgressStaysInItsVpc: {
    claim:
      "IPv6 leaves each VPC through an egress-only internet gateway of its own; a central VPC takes it only with instances that translate prefixes (NAT66) or with proxies, while IPv4 and NAT64 may be central.",
    source:
      "https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-for-ipv6.html; https://docs.aws.amazon.com/whitepapers/latest/ipv6-on-aws/designing-an-ipv6-aws-cloud-network.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  attachmentTableDecides: {
    claim:
      "A transit gateway looks up the one route table that the attachment of origin is associated with; what comes in by an attachment without a table, or finds no route, is dropped.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateTransitGatewayRouteTable.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "medium",
  },
  peeringRoutesBothWays: {
    claim:
      "A VPC peering connection carries both families; each VPC needs static routes for each, in its own route tables.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html; IPv6 on AWS whitepaper, Amazon VPC connectivity options for IPv6; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/e1dc149/doc_source/peering-configurations-full-access.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  peeringMtuAcrossRegions: {
    claim:
      "A VPC peering connection between regions carries packets of at most 8,500 bytes; before March 2025 of at most 1,500.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html; https://jayendrapatil.com/tag/vpc-peering-limitations/; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/02b88fc/doc_source/vpc-peering-basics.md",
    checked: "2026-11-29",
    evidence: "2025-03",
    confidence: "medium",
    since: "2025-03",
  },
  providerIsOfOneRegion: {
    claim:
      "AWS provider 5.100.0 makes everything of a stack in one account and one region: aws_route has no argument for another.",
    source: "schema of AWS provider 5.100.0: aws_route",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  vpcIpv6BlocksMustNotOverlap: {
    claim: "No two IPv6 blocks of a VPC overlap.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "medium",
  },
  peeredVpcsMustNotOverlap: {
    claim:
      "EC2 makes no peering connection between two VPCs of which any two IPv4 or IPv6 blocks match or overlap, also when only others are meant to be used: its status becomes failed.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/02b88fc/doc_source/vpc-peering-basics.md; https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcPeeringConnection.html",
    checked: "2026-11-29",
    evidence: "2023-04-21",
    confidence: "high",
  },
  onePeeringConnection: {
    claim: "There is one VPC peering connection at a time between the same two VPCs.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/02b88fc/doc_source/vpc-peering-basics.md",
    checked: "2026-11-29",
    evidence: "2023-04-21",
    confidence: "high",
  },
  transitGatewayIdenticalCidrs: {
    claim:
      "A transit gateway does not route between VPCs with identical blocks: of the one attached later the routes are not propagated to the transit gateway route table.",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html, Limits",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  peerRegionIsOwnByDefault: {
    claim:
      "A peering connection is requested of a VPC in the named region, and without a name of one in the region of the request.",
    source: "botocore 1.43.11 model of ec2: CreateVpcPeeringConnectionRequest.PeerRegion",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  identifiersAreRegional: {
    claim: "The id of a resource of EC2 can be used only in the region where the resource was made.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resources.html; https://github.com/awsdocs/amazon-ec2-user-guide/blob/0f17a81/doc_source/resources.md",
    checked: "2026-12-01",
    evidence: "2023",
    confidence: "high",
  },
  transitTableOfOneGateway: {
    claim:
      "A transit gateway route table is made for one transit gateway, and serves that one's attachments.",
    source:
      "botocore 1.43.11 model of ec2: CreateTransitGatewayRouteTable, TransitGatewayRouteTable.TransitGatewayId; https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  peerGroupOverActiveLink: {
    claim:
      "A rule names a security group of another VPC of the same region, over an active peering connection, or over a transit gateway that both VPCs are attached to.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/043d5f9/doc_source/vpc-peering-security-groups.md; botocore 1.43.11 model of ec2: CreateTransitGatewayVpcAttachmentRequestOptions.SecurityGroupReferencingSupport",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  parameterNamesReserved: {
    claim:
      "A parameter's name begins neither with aws nor with ssm, in any case, with or without a slash before it: Systems Manager refuses it.",
    source:
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html; botocore 1.43.11 model of ssm: PutParameterRequest.Name",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
});
