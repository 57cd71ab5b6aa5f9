import { factsOf } from "./fact.ts";

/** What rules cite about addresses and their sizes. */
export const addressingFacts = factsOf({
  vpcKeepsIpv4: {
    claim:
      "A VPC always has an IPv4 CIDR block; IPv6 is added to it, and IPv6-only is a property of a subnet.",
    source:
      "botocore 1.43.11 model of ec2: CreateVpc; https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  vpcIpv4PrefixLengths: {
    claim: "An IPv4 CIDR block of a VPC is between /16 and /28.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-cidr-blocks.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  subnetIpv4PrefixLengths: {
    claim: "An IPv4 CIDR block of a subnet is between /16 and /28.",
    source: "botocore 1.43.11 model of ec2: CreateSubnet",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  subnetBlocksMustNotOverlap: {
    claim: "The CIDR block of a subnet must not overlap that of another subnet in the VPC.",
    source: "botocore 1.43.11 model of ec2: CreateSubnet",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  subnetBlockWithinVpc: {
    claim:
      "The block of a subnet is a block of its VPC or a part of one, and no two subnets' blocks overlap.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html; https://github.com/hashicorp/terraform-provider-aws/issues/31913 (EC2 answers InvalidSubnet.Range)",
    checked: "2026-11-28",
    evidence: "2023-06-12",
    confidence: "high",
  },
  vpcIpv4BlocksMustNotOverlap: {
    claim: "An IPv4 block added to a VPC must not overlap one that the VPC has.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html, IPv4 CIDR block association restrictions; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-cidr-blocks.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  addressOnOneInterface: {
    claim:
      "A private IPv4 address or an IPv6 address of a subnet is assigned to one network interface at a time.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (InvalidIPAddress.InUse); https://github.com/aws/aws-cli/discussions/7176 (EC2's answer)",
    checked: "2026-11-28",
    evidence: "2022",
    confidence: "high",
  },
  vpcIpv6PrefixLengths: {
    claim: "An IPv6 CIDR block of a VPC is between /44 and /60, in steps of four.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/ipv4-ipv6-comparison.html; https://aws.amazon.com/about-aws/whats-new/2023/11/vpcs-subnets-support-more-sizes-ipv6-cidrs",
    checked: "2026-11-28",
    evidence: "2023-11",
    confidence: "high",
    since: "2023-11",
  },
  amazonProvidedBlockIs56: {
    claim: "An Amazon-provided IPv6 CIDR block is a /56; neither its addresses nor its size can be chosen.",
    source: "botocore 1.43.11 model of ec2: CreateVpc.AmazonProvidedIpv6CidrBlock",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamNetmaskLengths: {
    claim: "From an IPAM pool a VPC takes an IPv6 block of length 44, 48, 52, 56 or 60.",
    source: "terraform validate with AWS provider 5.100.0; botocore 1.43.11 model of ec2: CreateVpc",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamSizeOrCidr: {
    claim:
      "From an IPAM pool a VPC takes either a block of a given netmask length or one given block, not both.",
    source:
      "terraform validate with AWS provider 5.100.0: aws_vpc.ipv6_netmask_length conflicts with ipv6_cidr_block",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  subnetIpv6PrefixLengths: {
    claim: "An IPv6 CIDR block of a subnet is between /44 and /64, in steps of four.",
    source:
      "https://aws.amazon.com/about-aws/whats-new/2023/11/vpcs-subnets-support-more-sizes-ipv6-cidrs; https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    checked: "2026-11-21",
    evidence: "2023-11",
    confidence: "high",
    since: "2023-11",
  },
  providerPassesSubnetIpv6Length: {
    claim:
      "The AWS provider does not check the length of a subnet's IPv6 block: /63 and /80 pass validation and fail at apply.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  subnetPrefix64IsBestPractice: {
    claim: "A /64 stays the best practice for a subnet.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  reservedAddresses: {
    claim:
      "The first four addresses and the last address of a subnet's IPv4 block and of its IPv6 block are reserved.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/subnet-sizing.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  ipv6OnlySubnetRefusesIpv4Block: {
    claim: "An IPv6-only subnet takes no IPv4 CIDR block.",
    source: "botocore 1.43.11 model of ec2: CreateSubnet.CidrBlock",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  providerPassesIpv4OnIpv6OnlySubnet: {
    claim:
      "The AWS provider validates ipv6_native together with cidr_block or map_public_ip_on_launch, though the API refuses it.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  ipv6OnlySubnetNeedsIpv6Block: {
    claim: "An IPv6-only subnet needs an IPv6 CIDR block.",
    source: "botocore 1.43.11 model of ec2: CreateSubnet.Ipv6CidrBlock",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipv6OnlySubnetAssignsOnCreation: {
    claim:
      "An IPv6-only subnet assigns IPv6 addresses on creation; leaving assign_ipv6_address_on_creation false is expected to drift or fail.",
    source: "acceptance test of the AWS provider for aws_subnet.ipv6_native",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "medium",
  },
  ipv6OnlySubnetNeedsResourceName: {
    claim: "In an IPv6-only subnet the hostname type of instances must be resource-name.",
    source: "botocore 1.43.11 model of ec2: ModifySubnetAttribute.PrivateDnsHostnameTypeOnLaunch",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  hostAddressesAreOfTheSubnet: {
    claim:
      "The IPv6 addresses of a host, given or counted, are of its subnet's range: a subnet without IPv6 block has none to give.",
    source: "botocore 1.43.11 model of ec2: RunInstances.Ipv6AddressCount and RunInstances.Ipv6Addresses",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  ipv4OnlySubnetHasNoIpv6: {
    claim:
      "An IPv4-only subnet has no IPv6 addresses to assign, name or translate to: settings about them do nothing or are refused.",
    source:
      "https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/735 (EC2's answer to assign_ipv6_address_on_creation)",
    checked: "2026-11-28",
    evidence: "2022",
    confidence: "medium",
  },
  noWayToIpv6OnlySubnet: {
    claim: "An IPv4-only subnet cannot become an IPv6-only one: IPv6-only subnets are always new.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  nonCanonicalCidrs: {
    claim:
      "The AWS provider refuses a block with host bits in VPCs, subnets, routes, security group rules and IPAM pools; in network ACL entries and prefix lists it lets them pass.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  ipv6AddressesArePublic: {
    claim:
      "IPv6 addresses are globally unique and public by default: only routes, security groups and network ACLs keep a host private.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/egress-only-internet-gateway.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  publicIpv4Charge: {
    claim:
      "Every public IPv4 address costs $0.005 an hour, attached or not; private IPv4 and IPv6 addresses are free.",
    source: "https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/",
    checked: "2026-11-21",
    evidence: "2023-07-28",
    confidence: "high",
    since: "2024-02-01",
  },
  vpcIpv4BlockRestrictions: {
    claim:
      "A block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 198.19.0.0/16 joins a VPC only when its first block is of the same range; public blocks and those of 100.64.0.0/10 join any. With a first block of 10.0.0.0/15 none of 10.0.0.0/16 joins it, and with one of 172.16.0.0/12 none of 172.31.0.0/16.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions; https://github.com/aws/aws-cdk/issues/36111; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-cidr-blocks.md; https://github.com/redis/docs/pull/3834",
    checked: "2026-11-29",
    evidence: "2026-08-19",
    confidence: "high",
  },
  amazonIpv6Ranges: {
    claim:
      "The IPv6 block that Amazon gives to a VPC lies in the ranges that AWS publishes; the address of somebody else is in none of them.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html; https://ip-ranges.amazonaws.com/ip-ranges.json; https://github.com/seligman/aws-ip-ranges",
    checked: "2026-11-29",
    evidence: "2026-08-22",
    confidence: "high",
  },
  networkBorderGroupOfTheRegion: {
    claim: "The network border group of a VPC's IPv6 block is one of the VPC's region.",
    source:
      "botocore 1.43.107 model of ec2: CreateVpc.Ipv6CidrBlockNetworkBorderGroup; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/aws-ip-ranges.md",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  regionsOfTheProvider: {
    claim:
      "The AWS provider refuses a region that is not in its own list, unless it is told to skip that check.",
    source:
      "documentation of AWS provider 5.100.0: skip_region_validation; plan of stacks in eu-west-9, ap-southeast-6 and us-isob-west-1 (invalid AWS Region) and in eusc-de-east-1 and ap-east-2 with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  linkLocalIsNoVpcBlock: {
    claim:
      "fe80::/10 is link-local and ff00::/8 multicast: neither is ever the block of a network that is routed.",
    source: "RFC 4291 sections 2.5.6 and 2.7",
    checked: "2026-11-28",
    evidence: "2006-02",
    confidence: "high",
  },
  ipv4BlocksThatNothingRoutes: {
    claim:
      "0.0.0.0/8, 127.0.0.0/8 and 224.0.0.0/4 are not the addresses of hosts in any network, and 169.254.0.0/16 cannot be the block of a VPC.",
    source:
      "RFC 6890 section 2.2.2; RFC 5771; https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-cidr-blocks.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
});
