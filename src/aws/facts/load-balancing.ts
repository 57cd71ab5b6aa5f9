import { factsOf } from "./fact.ts";

/** What rules cite about load balancers and target groups. */
export const loadBalancingFacts = factsOf({
  loadBalancerAddressTypes: {
    claim:
      "An application load balancer takes ipv4, dualstack and dualstack-without-public-ipv4, a network load balancer ipv4 and dualstack only; the AWS provider passes the third for both.",
    source:
      "botocore 1.43.11 model of elbv2: CreateLoadBalancer.IpAddressType; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerRulesByFamily: {
    claim:
      "Listeners of a dualstack network load balancer take rules that forward clients of one address family to a target group of their own, whatever its protocol: TCP, UDP, TCP_UDP or TLS.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-rule.html; https://aws.amazon.com/about-aws/whats-new/2026/07/aws-network-load-balancer-supports-listener-rules/",
    checked: "2026-11-28",
    evidence: "2026-07-22",
    confidence: "high",
    since: "2026-07",
  },
  listenerRulePriorities: {
    claim: "A listener cannot have several rules with the same priority.",
    source: "botocore 1.43.11 model of elbv2: CreateRule.Priority",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  internalLoadBalancersCanBeDualStack: {
    claim:
      "An internal load balancer can be dualstack; the sentence in the API reference that it must use ipv4 is stale.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/application-load-balancers.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  loadBalancerSubnetsDualStack: {
    claim: "The subnets of a dualstack load balancer have both IPv4 and IPv6 blocks and IPv6 routes.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-address-type.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-ip-address-type.html; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/create-application-load-balancer.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  loadBalancerNeedsIpv4InSubnets: {
    claim:
      "The nodes of a load balancer have IPv4 addresses whatever its address type: there is none of IPv6 alone, so that it cannot stand in an IPv6-only subnet.",
    source: "botocore 1.43.11 model of elbv2: CreateLoadBalancer.IpAddressType",
    checked: "2026-11-28",
    evidence: "2026-05",
    confidence: "high",
  },
  applicationLoadBalancerTwoZones: {
    claim: "An application load balancer needs subnets in at least two Availability Zones, one in each.",
    source: "botocore 1.43.11 model of elbv2: CreateLoadBalancer.Subnets",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  loadBalancerOneSubnetPerZone: {
    claim: "A load balancer takes only one subnet in each Availability Zone.",
    source: "botocore 1.43.11 model of elbv2: CreateLoadBalancer.Subnets",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  targetsInEnabledZonesOnly: {
    claim:
      "Targets in an Availability Zone that is not enabled for the load balancer can be registered, but get no traffic.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html; https://github.com/awsdocs/elb-network-load-balancers-user-guide/blob/d08f999/doc_source/load-balancer-target-groups.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  loadBalancerInternetFacingIsPublic: {
    claim:
      "The nodes of an internet-facing load balancer have public addresses, so that its subnets need a route to an internet gateway.",
    source: "botocore 1.43.11 model of elbv2: CreateLoadBalancer.Scheme",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerProtocols: {
    claim:
      "Listeners of an application load balancer speak HTTP and HTTPS, those of a network load balancer TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC.",
    source: "botocore 1.43.11 model of elbv2: CreateListener.Protocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerCertificate: {
    claim: "HTTPS and TLS listeners need exactly one default certificate.",
    source: "botocore 1.43.11 model of elbv2: CreateListener.Certificates",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerSecurityPolicyDefault: {
    claim:
      "An HTTPS or TLS listener made without a security policy, by the API or by Terraform, gets ELBSecurityPolicy-2016-08, which lets clients negotiate TLS 1.0 and 1.1; only the console has another default.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/create-https-listener.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  listenerSecurityPolicyRecommended: {
    claim:
      "AWS recommends ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09 for HTTPS and TLS listeners: TLS 1.3 and 1.2 with forward secrecy, and a post-quantum key exchange for clients that have one. It is the console's default.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html",
    checked: "2026-11-28",
    evidence: "undated",
    confidence: "high",
    since: "2025-11",
  },
  tls11Deprecated: {
    claim: "TLS 1.0 and TLS 1.1 must not be used.",
    source: "RFC 8996",
    checked: "2026-11-28",
    evidence: "2021-03",
    confidence: "high",
    since: "2021-03",
  },
  oneListenerPerPort: {
    claim: "A load balancer has one listener for a port.",
    source: "botocore 1.43.11 model of elbv2: DuplicateListenerException",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerActions: {
    claim:
      "Redirects and fixed responses are for application load balancers: listeners of a network load balancer only forward.",
    source: "botocore 1.43.11 model of elbv2: Action.RedirectConfig and Action.FixedResponseConfig",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  targetGroupHasOneLoadBalancer: {
    claim: "A target group can be used with one load balancer only.",
    source: "botocore 1.43.11 model of elbv2: TargetGroup.LoadBalancerArns",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  targetGroupNeedsListener: {
    claim: "A target group gets traffic only from a listener that forwards to it.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html; https://github.com/awsdocs/elb-network-load-balancers-user-guide/blob/d08f999/doc_source/introduction.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  targetGroupProtocols: {
    claim:
      "Target groups of an application load balancer speak HTTP and HTTPS, those of a network load balancer TCP, TLS, UDP, TCP_UDP, QUIC and TCP_QUIC; a TCP_UDP listener needs a TCP_UDP target group.",
    source: "botocore 1.43.11 model of elbv2: CreateTargetGroup.Protocol",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  ipv6TargetGroupNeedsDualStack: {
    claim: "An IPv6 target group needs a dualstack load balancer in front of it.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/; https://github.com/awsdocs/elb-network-load-balancers-user-guide/blob/d08f999/doc_source/load-balancer-target-groups.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  ipv6TargetGroupNeedsPrimaryIpv6: {
    claim: "Instances registered by id in an IPv6 target group need a primary IPv6 address.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  ipv6TargetAddresses: {
    claim:
      "Addresses registered in an IPv6 target group lie in the IPv6 block of the VPC or of a peered one.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/; https://docs.aws.amazon.com/elasticloadbalancing/latest/network/",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  targetGroupHasOneFamily: {
    claim: "A target group is ipv4 or ipv6, and every target of it is of that family.",
    source: "botocore 1.43.11 model of elbv2: TargetGroupIpAddressTypeEnum",
    checked: "2026-11-21",
    evidence: "2026-05",
    confidence: "high",
  },
  targetGroupAddressTypeReplaces: {
    claim:
      "A change of a target group's ip_address_type replaces it, so that it needs create_before_destroy and a name prefix.",
    source: "documentation of the AWS provider: aws_lb_target_group",
    checked: "2026-11-21",
    evidence: "2025-06",
    confidence: "high",
  },
  udpOnDualStack: {
    claim:
      "UDP on a dualstack network load balancer goes with source NAT prefixes, for which AWS provider 5.100.0 has no argument; the API's older text at the listener's protocol still says that it cannot be.",
    source:
      "botocore 1.43.107 model of elbv2: CreateLoadBalancer.EnablePrefixForIpv6SourceNat, against CreateListener.Protocol; schema of AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "medium",
  },
  privateLinkServiceDualStack: {
    claim:
      "An endpoint service is dualstack when all its network load balancers are; its targets may be IPv4.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/",
    checked: "2026-11-21",
    evidence: "undated",
    confidence: "high",
  },
  gatewayLoadBalancerSubnets: {
    claim:
      "A Gateway Load Balancer of type dualstack needs a VPC and subnets with IPv6, and its subnets have at least 8 free addresses; a subnet is not taken out again.",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  geneveOverIpv4: {
    claim:
      "A Gateway Load Balancer puts packets of both families into an IPv4 GENEVE packet for the appliance, and the appliance answers in one.",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  applianceInEachZone: {
    claim:
      "A target group of a Gateway Load Balancer has a target in each Availability Zone in which the load balancer is; with cross-zone load balancing, which is off unless asked for, packets go to the targets of all zones.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html; https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html",
    checked: "2026-11-30",
    evidence: "undated",
    confidence: "high",
  },
  geneveTargetGroup: {
    claim: "A target group of a Gateway Load Balancer has protocol GENEVE and port 6081.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html; botocore 1.43.107 model of elbv2: CreateTargetGroup.Protocol",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  gatewayLoadBalancerWithoutSecurityGroups: {
    claim:
      "Security groups are for Application and Network Load Balancers: a Gateway Load Balancer takes none.",
    source: "botocore 1.43.11 model of elbv2: CreateLoadBalancer.SecurityGroups",
    checked: "2026-12-01",
    evidence: "2026-05",
    confidence: "high",
  },
  fixedResponseStatusCodes: {
    claim: "A load balancer answers by itself with a status of the kinds 2xx, 4xx and 5xx only.",
    source:
      "botocore 1.43.107 model of elbv2: FixedResponseActionConfig.StatusCode; terraform validate with AWS provider 5.100.0",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  healthCheckProtocols: {
    claim:
      "The health check of a target group for HTTP or HTTPS is not TCP, and that of a network load balancer's target group is HTTP, HTTPS or TCP.",
    source:
      "plan of aws_lb_target_group with AWS provider 5.100.0; botocore 1.43.107 model of elbv2: CreateTargetGroup.HealthCheckProtocol",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  certificateOfTheRegion: {
    claim:
      "A load balancer takes certificates of its own region only; ELB answers CertificateNotFound for others.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html; https://github.com/awsdocs/aws-certificate-user-guide/blob/5ef3dde/doc_source/acm-regions.md; botocore 1.43.107 model of elbv2: CertificateNotFoundException",
    checked: "2026-11-28",
    evidence: "2026-10-01",
    confidence: "high",
  },
  grpcNeedsHttpsListener: {
    claim: "A target group of protocol version GRPC needs an HTTPS listener in front of it.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/load-balancer-target-groups.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  healthCheckTimeoutBelowInterval: {
    claim: "The interval of a health check of HTTP or HTTPS is longer than its timeout; ELB refuses others.",
    source:
      "https://github.com/terraform-linters/tflint-ruleset-aws/issues/404 (ValidationError: Health check interval must be greater than the timeout); https://github.com/hashicorp/terraform-provider-aws/pull/48071",
    checked: "2026-11-28",
    evidence: "2026-05-26",
    confidence: "high",
  },
  applicationLoadBalancerSubnetSize: {
    claim:
      "Each subnet of an application load balancer is /27 or larger and has eight free addresses, so that the load balancer can scale.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html; https://github.com/awsdocs/elb-application-load-balancers-user-guide/blob/fb24293/doc_source/application-load-balancers.md",
    checked: "2026-11-28",
    evidence: "2023-04-06",
    confidence: "high",
  },
  loadBalancerChosenAddresses: {
    claim:
      "Only network load balancers take chosen addresses, one of a family in each subnet: an Elastic IP when internet-facing, a private IPv4 address when internal, an IPv6 address when dualstack. An application load balancer takes no Elastic IPs.",
    source: "botocore 1.43.107 model of elbv2: CreateLoadBalancer.SubnetMappings, SubnetMapping",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  loadBalancerTwoChosenAddressesNeverConverge: {
    claim:
      "Of a subnet mapping with an Elastic IP and an IPv6 address the AWS provider reads the IPv6 address back as none: each plan sets all mappings again, and adding a zone replaces the load balancer. It is so in 5.68 and in 6.60.",
    source:
      "https://github.com/hashicorp/terraform-provider-aws/issues/49531; https://github.com/hashicorp/terraform-provider-aws/pull/49861",
    checked: "2026-11-29",
    evidence: "2026-09-04",
    confidence: "medium",
  },
  listenerRuleConditions: {
    claim:
      "A rule of a listener has at least one condition. Of an application load balancer it asks for the host, the path, headers, the query, the method and the address of the client; one rule has at most one condition on each, but for headers and the query.",
    source:
      "botocore 1.43.107 model of elbv2: RuleCondition; terraform validate with AWS provider 5.100.0 (aws_lb_listener_rule.condition is required)",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  listenerRuleFiveValues: {
    claim:
      "The conditions of a rule of an application load balancer have at most five values together; the quota cannot be raised.",
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html; botocore 1.43.11 model of elbv2: SourceIpConditionConfig.Values",
    checked: "2026-11-29",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerRuleSourceIp: {
    claim:
      "A source-ip condition holds when the address that connects to the load balancer is of one of its blocks, IPv4 or IPv6; X-Forwarded-For does not count. So IPv4 blocks alone hold for no client that comes over IPv6.",
    source: "botocore 1.43.107 model of elbv2: SourceIpConditionConfig.Values",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  listenerAuthenticationHttps: {
    claim:
      "Only HTTPS listeners take the actions authenticate-oidc and authenticate-cognito, before the action that ends the rule.",
    source:
      "botocore 1.43.107 model of elbv2: Action.AuthenticateOidcConfig, Action.AuthenticateCognitoConfig, Action.Order; https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  listenerAuthenticationIpv4: {
    claim:
      "An application load balancer asks an identity provider or Amazon Cognito over IPv4 alone: without a public IPv4 address, or a way out by NAT for an internal one, users get HTTP 500.",
    source:
      "botocore 1.43.107 model of elbv2: SetIpAddressType.IpAddressType; https://repost.aws/knowledge-center/elb-configure-authentication-alb; https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  listenerAuthenticationEgress: {
    claim:
      "Security groups and network ACLs of a load balancer that authenticates users let it reach the identity provider on port 443.",
    source:
      "https://repost.aws/knowledge-center/elb-configure-authentication-alb; https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    checked: "2026-11-29",
    evidence: "undated",
    confidence: "high",
  },
  listenerMutualAuthenticationHttps: {
    claim: "Mutual authentication is for HTTPS listeners, further certificates for HTTPS and TLS ones.",
    source: "botocore 1.43.107 model of elbv2: CreateListener.MutualAuthentication, AddListenerCertificates",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
  listenerPathPatterns: {
    claim:
      "A path pattern of a listener rule is compared with the path alone, letters in their case; * is any text, ? one character.",
    source:
      "botocore 1.43.11 model of elbv2: PathPatternConditionConfig; https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#path-conditions",
    checked: "2026-11-30",
    evidence: "2026-05",
    confidence: "high",
  },
  listenerRedirects: {
    claim:
      'A redirect changes the protocol, the host, the port or the path, and never leads from HTTPS to HTTP: Elastic Load Balancing refuses others (InvalidLoadBalancerAction, "it creates a loop"), also one to HTTPS at port 443 from a listener that is there.',
    source:
      "botocore 1.43.107 model of elbv2: RedirectActionConfig; https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/487",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  redirectKeepsWhatIsLeftOut: {
    claim:
      "What a redirect does not change of protocol, host, port, path and query stays as the request had it.",
    source: "botocore 1.43.107 model of elbv2: RedirectActionConfig",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  redirectValues: {
    claim:
      "In a redirect the port is 1 to 65535 or #{port}; the host can have #{host}, the path #{host}, #{path} and #{port}, the query every keyword and no question mark in front, which is added.",
    source:
      "botocore 1.43.107 model of elbv2: RedirectActionConfig.Port, Host, Path and Query; https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ruleConditionCharacters: {
    claim:
      'Conditions take certain characters only (ValidationError, "contains a character that is not valid"): a host letters, digits, - _ . * ?; a path letters, digits, _ - . $ / ~ " \' @ : + ; & * ?; a query those but also ( ) ! , = and encoded ones; a header\'s value the printable ones of ASCII.',
    source:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/add-rule.html; botocore 1.43.107 model of elbv2: RuleCondition.Values and QueryStringConditionConfig; https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2561",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  ruleConditionHosts: {
    claim: "A host of a condition has at least one dot, and only letters after the last one.",
    source:
      "botocore 1.43.107 model of elbv2: HostHeaderConditionConfig.Values; https://docs.aws.amazon.com/elasticloadbalancing/latest/application/add-rule.html; https://github.com/hashicorp/terraform-provider-aws/issues/49147",
    checked: "2026-11-30",
    evidence: "2026-10-01",
    confidence: "high",
  },
  webAclOfApplicationBalancers: {
    claim:
      "Of the load balancers AWS WAF protects application ones only, by regional web ACLs of their own region; those of CloudFront have the scope global.",
    source:
      "botocore 1.43.11 model of wafv2: AssociateWebACL.ResourceArn, AssociateWebACL.WebACLArn; https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
    checked: "2026-11-29",
    evidence: "2026-05",
    confidence: "high",
  },
  connectionLogsOfApplicationBalancers: {
    claim:
      "Connection logs are an attribute of application load balancers; access logs one of application and network ones.",
    source: "botocore 1.43.107 model of elbv2: LoadBalancerAttribute.Key",
    checked: "2026-11-29",
    evidence: "2026-10-01",
    confidence: "high",
  },
});
