import { factsOf } from "./fact.ts";

/** What rules cite about routes, gateways, NAT64 and DNS64. */
export const routingFacts = factsOf({
  privateIpv6ViaEgressOnlyGateway: {
    claim: "Hosts that must not be reached from the internet send ::/0 to an egress-only internet gateway.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/egress-only-internet-gateway.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  internetGatewayIsTwoWay: {
    claim:
      "A route of ::/0 to an internet gateway lets the internet open connections to every IPv6 address of the subnet.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  egressOnlyGatewayIsStateful: {
    claim: "An egress-only internet gateway is stateful, belongs to the VPC and costs nothing itself.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/egress-only-internet-gateway.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  egressOnlyGatewayTakesNoIpv4: {
    claim: "An egress-only internet gateway takes no IPv4 route.",
    source:
      "terraform validate with AWS provider 5.100.0; botocore 1.43.11 model of ec2: CreateRoute.EgressOnlyInternetGatewayId",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  oneRoutePerDestination: {
    claim:
      "A route table holds one route for a destination: ::/0 cannot go to both an internet gateway and an egress-only one.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  prefixListIsOneDestination: {
    claim:
      "A route's destination is a block or the id of a prefix list; AWS provider 5.100.0 refuses a route where the table has one of that destination (RouteAlreadyExists).",
    source:
      "botocore 1.43.11 model of ec2: CreateRouteRequest.DestinationPrefixListId; https://github.com/hashicorp/terraform-provider-aws/blob/v5.100.0/internal/service/ec2/errors.go",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  elasticIpOnOneInterface: {
    claim:
      "An Elastic IP address is associated with one instance or network interface at a time: a NAT gateway that asks for a taken one fails (Resource.AlreadyAssociated), and a load balancer has one for itself.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eip-overview.html; https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html; botocore 1.43.11 model of ec2: NatGateway.FailureCode, CreateNatGatewayRequest.AllocationId",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  mostSpecificRouteWins: {
    claim: "Of the routes that match, the one with the longest prefix is taken.",
    source: "botocore 1.43.11 model of ec2: CreateRoute",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  localRouteOfTheVpc: {
    claim:
      "Every route table has a local route for each block of the VPC; a route inside it must match a whole subnet and go to a NAT gateway, network interface or Gateway Load Balancer endpoint.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/VPC_Route_Tables.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  natGatewayTakesNoIpv6: {
    claim: "A NAT gateway carries no IPv6 traffic except that to 64:ff9b::/96: there is no NAT66.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  nat64IsBuiltIn: {
    claim: "NAT64 is on in every zonal NAT gateway: there is nothing to switch on.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  nat64ByInstance: {
    claim:
      "A route may lead to an instance that translates as a NAT gateway does; it needs its source and destination check off.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html; https://docs.aws.amazon.com/sdkfornet1/latest/apidocs/html/P_Amazon_EC2_Model_InstanceAttribute_SourceDestCheck.htm; botocore 1.43.11 model of ec2: CreateRoute.InstanceId, ModifyInstanceAttribute.SourceDestCheck",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  instanceIsZonal: {
    claim: "An instance stands in one Availability Zone, and is gone when that zone or its host fails.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  nat64Prefix: {
    claim: "NAT64 and DNS64 use the well-known prefix 64:ff9b::/96 of RFC 6052, and no other.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dns64NeedsNat64Route: {
    claim:
      "DNS64 answers with addresses in 64:ff9b::/96; without a route of it to a NAT gateway, connections to them hang.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  nat64NeedsDns64ForNames: {
    claim: "Without DNS64 a name that has only IPv4 addresses stays out of reach of an IPv6-only host.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dns64OnlyWithoutAaaa: {
    claim: "DNS64 makes up an AAAA record only for a name that has none.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dns64IsTheVpcResolvers: {
    claim: "DNS64 is done by the VPC's own resolver, subnet by subnet; other DNS servers do not do it.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dns64CannotActOnLiterals: {
    claim: "DNS64 acts on names: an IPv4 address written as such stays out of reach of an IPv6-only host.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dns64OnDualStackCosts: {
    claim:
      "On a dual-stack subnet DNS64 steers traffic to IPv4-only names through the NAT gateway, which costs, and needs the NAT64 route.",
    source: "expert knowledge, not verified",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "medium",
  },
  natGatewayInAnotherPublicSubnet: {
    claim: "The NAT gateway that serves NAT64 stands in a public subnet other than the one it serves.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; botocore 1.43.11 model of ec2: ModifySubnetAttribute.EnableDns64",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  natGatewayNeedsIpv4Subnet: {
    claim:
      "A NAT gateway takes a private IPv4 address from its subnet, so that it cannot stand in an IPv6-only one.",
    source: "botocore 1.43.11 model of ec2: CreateNatGateway and CreateNatGateway.PrivateIpAddress",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  routeToOracleNetwork: {
    claim:
      "odb_network_arn of aws_route is a target, a network of Oracle Database@AWS, and a route has exactly one target.",
    source: "documentation of AWS provider: aws_route; bindings of AWS provider 6.64",
    checked: "2026-11-28",
    evidence: "2026",
    confidence: "high",
  },
  natGatewayRegional: {
    claim:
      "A regional NAT gateway is made in a VPC and not in a subnet, is public, and has Elastic IPs by availability zone: those it is given, or AWS's own in each zone with network interfaces.",
    source:
      "botocore 1.43.11 model of ec2: CreateNatGateway.AvailabilityMode, VpcId, AvailabilityZoneAddresses; documentation of AWS provider: aws_nat_gateway",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
    since: "2025-11",
  },
  natGatewayRegionalNat64Unknown: {
    claim:
      "Whether a regional NAT gateway translates IPv6 (NAT64) is not known: AWS's pages on NAT64 name no availability mode, and those on regional gateways do not speak of NAT64.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "low",
  },
  natGatewayIsZonal: {
    claim:
      "A zonal NAT gateway fails with its Availability Zone, and subnets of other zones that share it lose the internet.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  natGatewayPrice: {
    claim:
      "A NAT gateway costs $0.045 an hour and $0.045 for each GB in us-east-1 and us-east-2, and $0.048 each in eu-west-1.",
    source:
      "https://raw.githubusercontent.com/api-evangelist/amazon-vpc/refs/heads/main/plans/amazon-vpc-plans-pricing.yml; https://cloudburn.io/blog/aws-nat-gateway-pricing; listings of AWS's price list in public repositories, offer 20260925174521",
    checked: "2026-11-29",
    evidence: "2026-09-25",
    // Quoted from AWS's page and price list by others.
    confidence: "medium",
  },
  privateNatGateway: {
    claim:
      "A private NAT gateway has no Elastic IP and does not reach the internet; it serves other VPCs and on-premises networks.",
    source: "botocore 1.43.11 model of ec2: CreateNatGateway",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  nat64TranslatesSource: {
    claim:
      "Packets that have gone through NAT64 come from the NAT gateway's own IPv4 address, and not from the host that sent them.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  nat64MustPassFilters: {
    claim: "Security groups and network ACLs must let traffic out to 64:ff9b::/96 for NAT64 to work.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/nat-gateway-nat64-dns64.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  dnsHostnamesNeedDnsSupport: {
    claim: "enableDnsHostnames can be on only when enableDnsSupport is.",
    source: "botocore 1.43.11 model of ec2: ModifyVpcAttribute.EnableDnsHostnames",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  dnsSupportIsTheResolver: {
    claim: "Without enableDnsSupport the VPC's own resolver, and with it DNS64, does not answer.",
    source: "botocore 1.43.11 model of ec2: ModifyVpcAttribute.EnableDnsSupport",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  dhcpServersAreAddresses: {
    claim:
      "DHCP options take at most four DNS servers as IP addresses, or AmazonProvidedDNS, and at most four IPv4 and four IPv6 NTP servers.",
    source: "botocore 1.43.11 model of ec2: CreateDhcpOptions",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  peeringNeedsIpv6Routes: {
    claim: "VPC peering carries IPv6 when both sides have IPv6 routes to each other.",
    source:
      "expert knowledge, not verified; https://github.com/awsdocs/amazon-vpc-peering-guide/blob/e1dc149/doc_source/peering-configurations-full-access.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "medium",
  },
  flowLogTypeField: {
    claim: "The flow log field type tells IPv4 from IPv6; no CloudWatch metric of EC2 does.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  flowLogPacketAddresses: {
    claim:
      "pkt-srcaddr and pkt-dstaddr are the addresses of the packet itself, so that traffic through a NAT gateway can be told apart.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/flow-logs-records-examples.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  flowLogFields: {
    claim: "A custom flow log format takes the fields that the VPC user guide lists, and at least one.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html; botocore 1.43.11 model of ec2: CreateFlowLogs.LogFormat",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  dhcpOptionsNeedOne: {
    claim: "A set of DHCP options says at least one thing beside its tags.",
    source: "terraform validate with AWS provider 5.100.0: aws_vpc_dhcp_options",
    checked: "2026-11-28",
    evidence: "2025-06",
    confidence: "high",
  },
  reservedRouteDestinations: {
    claim: "EC2 refuses a route whose destination is, or lies in, 169.254.168.0/22 or fd00:ec2::/32.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html; https://github.com/awsdocs/amazon-vpc-user-guide/blob/a1298ce/doc_source/VPC_Route_Tables.md",
    checked: "2026-11-28",
    evidence: "2023-04-21",
    confidence: "high",
  },
  routesPerRouteTable: {
    claim:
      "A route table takes 50 routes of a family by default; AWS has raised it to 500 in many accounts, and to 1000 on request.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "medium",
  },
  mainRouteTableAdopted: {
    claim:
      "Terraform takes the main route table of a VPC over and at once removes all routes that the configuration does not have; the local ones stay.",
    source:
      "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/default_route_table",
    checked: "2026-11-29",
    evidence: "2025-06",
    confidence: "high",
  },
});
