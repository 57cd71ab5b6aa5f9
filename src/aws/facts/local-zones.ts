import { factsOf } from "./fact.ts";

const CONSIDERATIONS = "https://docs.aws.amazon.com/local-zones/latest/ug/how-local-zones-work.html";
const SUBNETS = "https://docs.aws.amazon.com/vpc/latest/userguide/local-zone.html";

/** What rules cite about Local Zones. */
export const localZoneFacts = factsOf({
  localZoneOfItsRegion: {
    claim:
      "A Local Zone extends one region: it is named for it, as us-west-2-lax-1a for us-west-2, and a VPC of that region alone can have subnets there.",
    source: `${SUBNETS}; https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  localZoneIpv6: {
    claim:
      "IPv6 is there in these Local Zones: us-east-1-atl-2a, us-east-1-chi-2a, us-east-1-dfw-2a, us-east-1-iah-2a, us-east-1-mia-2a, us-east-1-nyc-2a, us-west-2-lax-1a, us-west-2-lax-1b and us-west-2-phx-2a.",
    source: CONSIDERATIONS,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  ipv6BlockOfItsBorderGroup: {
    claim:
      "An IPv6 block of a VPC belongs to one network border group and cannot move to another: a subnet in a Local Zone takes IPv6 from a block of that zone's group, one in an availability zone from a block of the region.",
    source: `${SUBNETS}; https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/1224`,
    checked: "2026-11-30",
    evidence: "2025-07-10",
    confidence: "high",
  },
  byoipv6NotInLocalZones: {
    claim: "IPv6 addresses of one's own cannot be provisioned or advertised in Local Zones.",
    source: "botocore 1.43.107 model of ec2: ByoipCidr.NetworkBorderGroup",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  associationWithoutBorderGroup: {
    claim:
      "aws_vpc_ipv6_cidr_block_association has no argument for a network border group: only the block that aws_vpc itself brings is asked for in one.",
    source: "schema of AWS provider 5.100.0: aws_vpc_ipv6_cidr_block_association",
    checked: "2026-11-30",
    evidence: "2025-06",
    confidence: "high",
  },
  elasticIpOfItsBorderGroup: {
    claim:
      "An Elastic IP is used in its own network border group only: one of the region cannot be that of a NAT gateway or an instance in a Local Zone.",
    source: `${SUBNETS}; https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing-eips-allocating.html`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  noVpcEndpointInLocalZones: {
    claim: "VPC endpoints cannot be created in subnets of Local Zones.",
    source: `${CONSIDERATIONS}; ${SUBNETS}`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  noTransitAttachmentInLocalZones: {
    claim:
      "A transit gateway attachment takes no subnet in a Local Zone: traffic of such subnets goes through that of the parent zone.",
    source: `${CONSIDERATIONS}; ${SUBNETS}`,
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  natGatewayInSomeLocalZones: {
    claim: "NAT gateways are there in some Local Zones only, which AWS lists by zone.",
    source:
      "https://docs.aws.amazon.com/local-zones/latest/ug/local-zones-connectivity-nat.html; https://aws.amazon.com/about-aws/global-infrastructure/localzones/features/",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  eksControlPlaneNotInLocalZones: {
    claim:
      "The subnets of an EKS cluster cannot be in a Local Zone: EKS puts no network interfaces there. Nodes can.",
    source:
      "https://docs.aws.amazon.com/eks/latest/userguide/local-zones.html; https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  noFargateInLocalZones: {
    claim: "EKS runs no pods on Fargate in Local Zones.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/local-zones.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  databaseInLocalZone: {
    claim: "An RDS database in a Local Zone has no dual-stack mode, and its subnet group one subnet.",
    source:
      "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.IP_addressing.dual-stack-limitations",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  balancerInLocalZone: {
    claim:
      "An application load balancer takes subnets of availability zones, at least two, or subnets of Local Zones, one or more.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
});
