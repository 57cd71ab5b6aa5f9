import type { Path } from "../../base/path.ts";

/** One Terraform output and what it shows. */
export interface Output {
  readonly name: string;
  readonly path: Path;
  readonly description: string | null;
  readonly sensitive: boolean;
  readonly value: OutputValue;
}

/** What an output shows; `name` is the name of the entity in the blueprint. */
export type OutputValue =
  | { readonly kind: "vpc"; readonly attribute: VpcAttribute }
  | { readonly kind: GatewayOutput }
  | { readonly kind: NamedOutput; readonly name: string };

/** What is shown of the VPC. */
export type VpcAttribute = "id" | "arn" | "ownerId" | "ipv4CidrBlock" | "ipv6CidrBlock";

/** Outputs of what a VPC has one of. */
type GatewayOutput = "internetGatewayId" | "egressOnlyInternetGatewayId";

/** Outputs that show something of one named entity. */
export type NamedOutput =
  | "subnetIds"
  | "subnetIdsByZone"
  | "subnetArns"
  | "subnetIpv6CidrBlocks"
  | "subnetIpv6CidrBlocksByZone"
  | "subnetIpv4CidrBlocks"
  | "subnetIpv4CidrBlocksByZone"
  | "routeTableIds"
  | "routeTableIdsByZone"
  | "natGatewayIds"
  | "natGatewayIdsByZone"
  | "natGatewayPublicIps"
  | "natGatewayPublicIpsByZone"
  | "natGatewayAllocationIds"
  | "networkAclId"
  | "securityGroupId"
  | "securityGroupArn"
  | "prefixListId"
  | "prefixListArn"
  | "vpcEndpointId"
  | "vpcEndpointArn"
  | "networkFirewallArn"
  | "networkFirewallEndpointIdsByZone"
  | "networkFirewallPolicyArn"
  | "vpcEndpointServiceName"
  | "vpcEndpointServiceId"
  | "vpcEndpointServicePrivateDnsRecord"
  | "resourceShareArn"
  | "ipamPoolId"
  | "ipamPoolArn"
  | "loadBalancerDnsName"
  | "loadBalancerArn"
  | "loadBalancerZoneId"
  | "listenerArns"
  | "targetGroupArn"
  | "autoScalingGroupName"
  | "autoScalingGroupArn"
  | "instanceId"
  | "instanceArn"
  | "instanceIpv6Addresses"
  | "instanceElasticIp"
  | "instanceNetworkInterfaceId"
  | "instanceElasticIpAllocationId"
  | "vpcPeeringConnectionId"
  | "transitGatewayId"
  | "transitGatewayAttachmentId"
  | "transitGatewayRouteTableId"
  | "customerGatewayId"
  | "virtualPrivateGatewayId"
  | "vpnConnectionId"
  | "vpnConnectionAddresses"
  | "vpnConnectionAttachmentId"
  | "hostedZoneId"
  | "hostedZoneNameServers"
  | "resolverEndpointId"
  | "resolverEndpointArn"
  | "resolverEndpointIpv4Addresses"
  | "resolverEndpointIpv6Addresses"
  | "resolverRuleId"
  | "resolverRuleArn"
  | "dnsFirewallDomainListId"
  | "dnsFirewallRuleGroupId"
  | "dnsFirewallRuleGroupArn"
  | "launchTemplateId"
  | "eksClusterName"
  | "eksClusterEndpoint"
  | "eksClusterArn"
  | "eksClusterCertificateAuthority"
  | "eksClusterSecurityGroupId"
  | "eksOidcIssuer"
  | "eksOpenIdConnectProviderArn"
  | "eksPodRoleArns"
  | "ecsClusterName"
  | "ecsClusterArn"
  | "ecsServiceName"
  | "ecsServiceArn"
  | "taskDefinitionArn"
  | "databaseAddress"
  | "databasePort"
  | "databaseArn"
  | "databaseSecretArn"
  | "databaseClusterAddress"
  | "databaseClusterReaderAddress"
  | "databaseClusterPort"
  | "databaseClusterArn"
  | "databaseClusterSecretArn"
  | "cacheConfigurationEndpoint"
  | "cachePrimaryEndpoint"
  | "cacheReaderEndpoint"
  | "lambdaFunctionArn"
  | "lambdaFunctionName"
  | "flowLogGroupArn";

/** What one value of an output is, in the words of findings. */
export type ValueKind =
  | "VPC id"
  | "account id"
  | "subnet id"
  | "route table id"
  | "internet gateway id"
  | "egress-only internet gateway id"
  | "NAT gateway id"
  | "Elastic IP allocation id"
  | "network ACL id"
  | "security group id"
  | "prefix list id"
  | "VPC endpoint id"
  | "endpoint service name"
  | "endpoint service id"
  | "DNS record part"
  | "IPAM pool id"
  | "instance id"
  | "network interface id"
  | "launch template id"
  | "peering connection id"
  | "transit gateway id"
  | "transit gateway attachment id"
  | "transit gateway route table id"
  | "customer gateway id"
  | "virtual private gateway id"
  | "VPN connection id"
  | "hosted zone id"
  | "load balancer's hosted zone id"
  | "Resolver endpoint id"
  | "resolver rule id"
  | "DNS Firewall domain list id"
  | "DNS Firewall rule group id"
  | "IPv4 block"
  | "IPv6 block"
  | "IPv4 address"
  | "IPv6 address"
  | "IP address"
  | "ARN"
  | "secret ARN"
  | "resource share ARN"
  | "log group ARN"
  | "IAM role ARN"
  | "DNS name"
  | "URL"
  | "name"
  | "port"
  | "certificate";

/** What an output is: one value, a list in the order of the zones, or a map by zone or by name. */
export interface OutputType {
  readonly of: ValueKind;
  readonly shape: "one" | "list" | "map";
}
