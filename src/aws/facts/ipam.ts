import { factsOf } from "./fact.ts";

/** What rules cite about Amazon VPC IP Address Manager. */
export const ipamFacts = factsOf({
  ipamLocaleIsOperatingRegion: {
    claim: "The locale of an IPAM pool is one of the IPAM's operating Regions; EC2 refuses any other.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpamPool.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ipamOnlyOfItsLocale: {
    claim: "Only resources in the same Region as the locale of an IPAM pool get blocks from it.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateIpamPool.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ipamAmazonBlockNeedsLocale: {
    claim: "An Amazon-provided IPv6 block is provisioned only to a pool with a locale.",
    source: "https://docs.aws.amazon.com/vpc/latest/ipam/create-ipv6-reg-pool.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ipamPubliclyAdvertisable: {
    claim:
      "A request for an IPAM pool may hold PubliclyAdvertisable only for IPv6 addresses of one's own, and PublicIpSource only in the public scope.",
    source:
      "botocore 1.43.11 model of ec2: CreateIpamPool.PubliclyAdvertisable, CreateIpamPool.PublicIpSource",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamSubnetPools: {
    claim:
      "A subnet takes its blocks from pools of IPAM that plan its VPC's addresses: ipv4_ipam_pool_id and ipv6_ipam_pool_id, with a block written out or a netmask length, never both; the provider replaces the subnet when a pool changes.",
    source:
      "botocore 1.43.11 model of ec2: CreateSubnet.Ipv4IpamPoolId, Ipv6IpamPoolId; documentation of AWS provider: aws_subnet, and its source internal/service/ec2/vpc_subnet.go",
    checked: "2026-11-28",
    evidence: "2026",
    confidence: "high",
    since: "6.40.0",
  },
  ipamOneFamily: {
    claim: "An IPAM pool holds blocks of one address family, and stands in one scope.",
    source: "botocore 1.43.11 model of ec2: CreateIpamPool.AddressFamily, CreateIpamPool.IpamScopeId",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamAllocationLengths: {
    claim: "The allocation lengths of an IPAM pool say which blocks taken from it are compliant.",
    source:
      "botocore 1.43.11 model of ec2: CreateIpamPool.AllocationMinNetmaskLength; https://docs.aws.amazon.com/vpc/latest/ipam/create-ipv6-reg-pool.html",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamBlockWithinSource: {
    claim:
      "A block provisioned to a pool with a source pool is a part of the source pool's blocks that is free.",
    source: "botocore 1.43.11 model of ec2: CreateIpamPool.SourceIpamPoolId",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamByoipByCidr: {
    claim:
      "An own range is provisioned to a pool of the first level as a block with a signed authorization; a netmask length cannot stand for it.",
    source:
      "botocore 1.43.11 model of ec2: ProvisionIpamPoolCidr.NetmaskLength, ProvisionIpamPoolCidr.CidrAuthorizationContext",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipamPrivateIpv6: {
    claim:
      "Private IPv6 blocks are ULA in fd00::/8 that do not overlap fd00::/16, or global addresses of one's own when the IPAM has that switched on.",
    source: "https://docs.aws.amazon.com/vpc/latest/ipam/enable-prov-ipv6-gua.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
    since: "2024",
  },
  ipamPrivateIpv6IsNotRouted: {
    claim:
      "Traffic of private IPv6 addresses does not go to the internet; it leaves only through a resource with a public address in another subnet.",
    source: "https://docs.aws.amazon.com/vpc/latest/ipam/enable-prov-ipv6-gua.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
    since: "2024",
  },
  ipamOperatesInItsOwnRegion: {
    claim: "The operating regions of an IPAM contain the region in which it is made.",
    source: "documentation of aws_vpc_ipam in AWS provider 5.100.0: operating_regions",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
});
