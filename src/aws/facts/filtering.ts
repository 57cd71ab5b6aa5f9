import { factsOf } from "./fact.ts";

/** What rules cite about network ACLs and security groups. */
export const filteringFacts = factsOf({
  networkAclProtocolNames: {
    claim: "A network ACL takes ICMPv6 as 58 or ipv6-icmp; icmpv6, icmp6 and ICMPv6 fail validation.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  networkAclIcmpv6NeedsType: {
    claim: "ICMPv6 with an IPv6 CIDR block in a network ACL needs a type and a code.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry.Protocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclIcmpv6WithoutTypeSendsZero: {
    claim:
      "ICMPv6 without icmp_type and icmp_code is sent as type 0, code 0, which matches next to nothing; all is -1 and -1.",
    source: "request body captured from AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  networkAclIcmpNeedsType: {
    claim: "ICMP in a network ACL needs a type and a code.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry.IcmpTypeCode",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclIcmpv6WithIpv4Cidr: {
    claim:
      "ICMPv6 with an IPv4 CIDR block in a network ACL lets every type and code through, whatever is given.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry.Protocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclPortsRequired: {
    claim: "TCP and UDP in a network ACL need a port range; the AWS provider does not check it.",
    source:
      "botocore 1.43.11 model of ec2: CreateNetworkAclEntry.PortRange; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclPortsIgnored: {
    claim: "A network ACL ignores ports for every protocol but TCP and UDP.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry.Protocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclRuleNumbers: {
    claim:
      "Network ACL entries are numbered 1 to 32766 for each direction, and the lowest number that matches decides.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclRulesQuota: {
    claim:
      "A network ACL takes 20 entries for each direction and family by default, the default deny included.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/amazon-vpc-limits.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  networkAclIsStateless: {
    claim:
      "A network ACL is stateless: answers need an entry of their own, to the ephemeral ports 1024-65535, in the other direction.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html; botocore 1.43.11 model of ec2: CreateNetworkAclEntry",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  reservedSourcePorts: {
    claim:
      "NFS clients call from a reserved port unless mounted with noresvport, so that the server's answers go to a port of 512-1023.",
    source:
      "https://man7.org/linux/man-pages/man5/nfs.5.html; https://man7.org/linux/man-pages/man3/rresvport.3.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  networkAclFamiliesAreApart: {
    claim: "A network ACL entry speaks of one family: IPv6 needs entries of its own.",
    source: "botocore 1.43.11 model of ec2: CreateNetworkAclEntry",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  networkAclCustomDeniesAll: {
    claim:
      "A network ACL of one's own denies all it does not name; only an unmodified default one gets IPv6 entries by itself.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  oneNetworkAclPerSubnet: {
    claim: "A subnet has one network ACL at a time; associating another removes the first.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/vpc-network-acls.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  packetTooBig: {
    claim:
      "IPv6 routers do not fragment: a network ACL that blocks ICMPv6 type 2, Packet Too Big, makes large transfers hang.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html; RFC 4443 section 3.2",
    checked: "2026-11-21",
    evidence: "2006-03",
    confidence: "high",
  },
  anyIpv4IsNotAnyIpv6: {
    claim: "0.0.0.0/0 does not cover ::/0: each family needs a rule of its own.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  securityGroupDefaultEgressRevoked: {
    claim:
      "aws_security_group revokes the egress to 0.0.0.0/0 and ::/0 with which AWS creates a group: egress must be declared for both.",
    source: "request body captured from AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  securityGroupProtocolNames: {
    claim: "A security group takes tcp, udp, icmp, icmpv6, a protocol number, or -1 for all.",
    source: "botocore 1.43.11 model of ec2: IpPermission.IpProtocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  providerPassesIcmp6: {
    claim:
      "The AWS provider validates icmp6 and ICMPv6 in security group rules; that AWS takes them is not shown.",
    source: "terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  securityGroupPortsRequired: {
    claim: "TCP, UDP and ICMP in a security group need a range of ports, or a type and code.",
    source: "botocore 1.43.11 model of ec2: IpPermission.IpProtocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  securityGroupPortsIgnored: {
    claim:
      "A security group rule for all protocols, or for one other than TCP, UDP and the two ICMPs, allows every port whatever range is given.",
    source: "botocore 1.43.11 model of ec2: IpPermission.IpProtocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  securityGroupIcmpIsPerFamily: {
    claim:
      "icmp is ICMP for IPv4 and icmpv6 is ICMP for IPv6: a rule that joins one with a block of the other family matches nothing.",
    source: "RFC 4443 section 1; RFC 792",
    checked: "2026-11-21",
    evidence: "2006-03",
    confidence: "medium",
  },
  securityGroupOpenToWorld: {
    claim: "A rule should let in only what needs to come in: ::/0 opens a port to the whole IPv6 internet.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "medium",
  },
  portRangeRunsUp: {
    claim: "A port range of a security group or network ACL is written with its first port, then its last.",
    source: "botocore 1.43.11 model of ec2: IpPermission.ToPort and PortRange.To",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  prefixListFamily: {
    claim: "A managed prefix list is of one family, IPv4 or IPv6, and so is every entry of it.",
    source: "botocore 1.43.11 model of ec2: CreateManagedPrefixList.AddressFamily",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  prefixListCountsItsMaximum: {
    claim:
      "A rule or route that refers to a prefix list counts as its maximum number of entries against the quota.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/managed-prefix-lists.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  securityGroupNamePrefix: {
    claim: "The name of a security group does not begin with sg-.",
    source:
      "botocore 1.43.107 model of ec2: CreateSecurityGroup.GroupName; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  securityGroupRulesQuota: {
    claim:
      "A security group has 60 inbound and 60 outbound rules by default, counted for IPv4 and IPv6 apart: a rule for a security group counts in both, one for a prefix list as often as its list has entries at most.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/amazon-vpc-limits.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  awsPrefixListWeights: {
    claim:
      "A rule for a prefix list of AWS counts by the list's weight: 55 for CloudFront's, 25 for Route 53's health checks, 10 for VPC Lattice, 6 for S3 Express, 5 for Ground Station, 2 for EC2 Instance Connect and 1 for S3 and DynamoDB.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  prefixListEntriesPerRequest: {
    claim:
      "A request to make or change a prefix list takes 100 entries, and the AWS provider sends all in one.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/issues/35371; https://github.com/hashicorp/terraform-provider-aws/pull/49955 (open on 2026-09-11)",
    checked: "2026-11-28",
    evidence: "2026-09-11",
    confidence: "high",
  },
  securityGroupDescriptions: {
    claim:
      "The descriptions of security groups and of their rules are up to 255 ASCII letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*.",
    source: "botocore 1.43.107 model of ec2: CreateSecurityGroup.GroupDescription",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  defaultSecurityGroup: {
    claim:
      "What is made in a VPC without a security group of its own stands in the VPC's default one, which lets its members reach each other and everything outside until somebody changes its rules.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "medium",
  },
  defaultSecurityGroupAdopted: {
    claim:
      "Terraform takes the default security group over and at once removes all rules that the configuration does not have; destroying it does not bring them back.",
    source:
      "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_security_group",
    checked: "2026-11-29",
    evidence: "2026-03",
    confidence: "high",
  },
  defaultNetworkAclAdopted: {
    claim:
      "Terraform takes the default network ACL over and at once removes all entries that the configuration does not have: without entries it denies everything for each subnet that no other ACL filters.",
    source:
      "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_network_acl",
    checked: "2026-11-29",
    evidence: "2025-06",
    confidence: "high",
  },
});
