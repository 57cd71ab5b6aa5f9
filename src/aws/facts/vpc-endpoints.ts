import { factsOf } from "./fact.ts";

/** What rules cite about VPC endpoints and EC2 Instance Connect endpoints. */
export const vpcEndpointFacts = factsOf({
  privateDnsNeedsServiceName: {
    claim:
      "EC2 refuses an interface endpoint with private DNS for a service without a private DNS name: InvalidParameter, Private DNS can't be enabled because the service does not provide a private DNS name.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html; https://github.com/vespa-engine/vespa/pull/33303",
    checked: "2026-11-30",
    evidence: "2025-02-12",
    confidence: "high",
  },
  endpointChosenAddresses: {
    claim:
      "A subnet configuration of an interface endpoint must have an IPv4 address when the endpoint supports IPv4, and an IPv6 address when it supports IPv6; a change of one replaces the network interface, and disconnects its subnet meanwhile.",
    source:
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SubnetConfiguration.html; botocore 1.43.11 model of ec2: SubnetConfiguration",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  inboundPrivateDnsNeedsGateway: {
    claim:
      "PrivateDnsOnlyForInboundResolverEndpoint is for services that have both gateway and interface endpoints. EC2 refuses it in a VPC without a gateway endpoint for the service: InvalidParameter, the VPC must have a Gateway endpoint for the service.",
    source:
      "https://aws.amazon.com/blogs/storage/introducing-private-dns-support-for-amazon-s3-with-aws-privatelink/; https://github.com/hashicorp/terraform-provider-aws/issues/33689; https://github.com/terraform-aws-modules/terraform-aws-vpc/issues/982",
    checked: "2026-11-30",
    evidence: "2023-09-29",
    confidence: "high",
  },
  endpointTypeFitsService: {
    claim:
      "An interface endpoint of type ipv4 is for a service that accepts IPv4, one of type ipv6 for one that accepts IPv6, and a dualstack one for one that accepts both.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  endpointAddressTypeFitsSubnets: {
    claim:
      "An interface endpoint of type ipv4 needs IPv4 in all its subnets, dualstack both families in all, and ipv6 IPv6-only subnets alone.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  endpointPrivateDnsPreference: {
    claim:
      "PrivateDnsPreference and PrivateDnsSpecifiedDomains are for VPC endpoints of type Resource and ServiceNetwork with private DNS only; those of type Interface and Gateway take neither.",
    source: "botocore 1.43.11 model of ec2: DnsOptionsSpecification.PrivateDnsPreference",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  gatewayEndpointAddressType: {
    claim:
      "A gateway endpoint of type dualstack needs both families in all subnets of its route tables, ipv6 IPv6-only subnets alone; ipv4 has no such condition.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayEndpointIpv4MissesAaaa: {
    claim:
      "Traffic to the IPv6 addresses of a service does not take a gateway endpoint of type ipv4: it is dropped, or takes another IPv6 route.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayEndpointOncePerRouteTable: {
    claim: "A route table cannot have several endpoint routes to the same service.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayEndpointServices: {
    claim:
      "Gateway endpoints exist for Amazon S3, S3 Express One Zone and DynamoDB; all other endpoints are interfaces.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  endpointDnsRecordsFitAddressType: {
    claim:
      "An endpoint of type ipv4 can have DNS records of type ipv4, one of type ipv6 those of type ipv6, a dualstack one all.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayEndpointDnsOptionsInProvider: {
    claim:
      "AWS providers before 6.28.0 of 2026-01-07, as 5.100.0 and 6.27.0, send PrivateDnsOnlyForInboundResolverEndpoint for a gateway endpoint to S3 that has dns_options, and EC2 refuses it as being for interface endpoints only.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/issues/45846; CHANGELOG of the AWS provider, 6.28.0 (#45849); request of AWS provider 5.100.0 to CreateVpcEndpoint",
    checked: "2026-11-28",
    evidence: "2026-01-07",
    confidence: "high",
  },
  dynamodbGatewayRecordsServiceDefined: {
    claim: "A gateway endpoint for DynamoDB has DNS records of type service-defined only.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayRecordsNeedVpcDns: {
    claim:
      "A gateway endpoint with DNS records other than service-defined needs enableDnsSupport and enableDnsHostnames.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  endpointPrivateDnsNeedsVpcDns: {
    claim: "An interface endpoint with private DNS needs enableDnsSupport and enableDnsHostnames.",
    source: "botocore 1.43.11 model of ec2: CreateVpcEndpoint.PrivateDnsEnabled",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  endpointRecordsOfThePrivateName: {
    claim:
      "The private name of an interface endpoint has AAAA records only with DNS records of type dualstack or ipv6; with ipv4 and service-defined it has A records alone.",
    source: "https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.VpcEndpointDnsRecordIpType.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  endpointPrivateNameOnce: {
    claim:
      "Private DNS answers a service's usual name in the whole VPC, and EC2 refuses a second interface endpoint with it to the same service: a conflicting DNS domain.",
    source:
      "https://dev.classmethod.jp/articles/when-creating-a-vpc-endpoint-a-conflict-occurs-what-is-the-problem/; https://tusharf5.com/posts/vpce-dns; https://github.com/hashicorp/terraform-provider-aws/issues/17535 (EC2's answer: there is already a conflicting DNS domain)",
    checked: "2026-11-28",
    evidence: "2022-09-22",
    confidence: "high",
  },
  endpointOneSubnetPerZone: {
    claim: "An interface endpoint takes one subnet in each Availability Zone.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  endpointPolicyIsJson: {
    claim:
      "An endpoint policy is an IAM policy document, which is a JSON object; the AWS provider refuses what is no JSON.",
    source:
      "botocore 1.43.11 model of ec2: CreateVpcEndpoint.PolicyDocument; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ecrEndpointsAreIpv4: {
    claim:
      "Amazon ECR takes no AWS PrivateLink traffic at its dual-stack names: IPv6-only hosts pull images over the internet from <account>.dkr-ecr.<region>.on.aws.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html",
    checked: "2026-11-21",
    evidence: "undated",
    // The page on ECR's interface endpoints says "both IPv4 and IPv6" without saying at which names.
    confidence: "medium",
  },
  servicesWithoutIpv6Endpoint: {
    claim: "EC2, ECR, Elastic Load Balancing and RDS have no private endpoint over IPv6.",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/aws-ipv6-support.html",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "medium",
  },
  clientIpOnIpv4EndpointsOnly: {
    claim:
      "An EC2 Instance Connect endpoint preserves the client's address only when its address type is ipv4.",
    source: "botocore 1.43.11 model of ec2: CreateInstanceConnectEndpoint.PreserveClientIp",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  instanceConnectEndpointTypeFollowsSubnet: {
    claim:
      "An EC2 Instance Connect endpoint has the address type of its subnet unless another is asked for, which AWS provider 5.100 cannot.",
    source:
      "botocore 1.43.11 model of ec2: CreateInstanceConnectEndpoint.IpAddressType; schema of AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  instanceConnectEndpointQuota: {
    claim: "A VPC has one EC2 Instance Connect endpoint; the quota is not adjustable.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/eice-quotas.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
  },
  endpointServiceBalancers: {
    claim:
      "An endpoint service stands in front of network load balancers for interface endpoints, or in front of Gateway Load Balancers for their endpoints; a network load balancer is behind one endpoint service only, which may have several.",
    source:
      "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html; botocore 1.43.11 model of ec2: CreateVpcEndpointServiceConfiguration",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  gatewayEndpointInZonesOfService: {
    claim:
      "A Gateway Load Balancer endpoint stands in a zone that its service's Gateway Load Balancer supports, and is for a service in front of Gateway Load Balancers.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  endpointServiceOpen: {
    claim:
      "An endpoint service that everybody has permission for and that accepts all requests makes its load balancer public, even without a public address.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/modify-endpoint-service.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  accountsOfOnePartition: {
    claim: "A partition is a group of AWS regions; each AWS account is scoped to one partition.",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
});
