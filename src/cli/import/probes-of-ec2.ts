import {
  DescribeAddressesCommand,
  DescribeDhcpOptionsCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeFlowLogsCommand,
  DescribeInstanceConnectEndpointsCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  type EC2Client,
} from "@aws-sdk/client-ec2";

/** A right, and a question that needs it. */
export type Probe = readonly [action: string, ask: () => Promise<unknown>];

/** EC2 answers a dry run with whether it would do it. */
export const DRY = { DryRun: true } as const;

/** One question for each right of EC2 that import needs. */
export function probesOfEc2(client: EC2Client, vpcId: string): readonly Probe[] {
  const attribute = { ...DRY, VpcId: vpcId, Attribute: "enableDnsSupport" } as const;
  return [
    ["ec2:DescribeAddresses", () => client.send(new DescribeAddressesCommand(DRY))],
    ["ec2:DescribeDhcpOptions", () => client.send(new DescribeDhcpOptionsCommand(DRY))],
    [
      "ec2:DescribeEgressOnlyInternetGateways",
      () => client.send(new DescribeEgressOnlyInternetGatewaysCommand(DRY)),
    ],
    ["ec2:DescribeFlowLogs", () => client.send(new DescribeFlowLogsCommand(DRY))],
    [
      "ec2:DescribeInstanceConnectEndpoints",
      () => client.send(new DescribeInstanceConnectEndpointsCommand(DRY)),
    ],
    ["ec2:DescribeInstances", () => client.send(new DescribeInstancesCommand(DRY))],
    ["ec2:DescribeInternetGateways", () => client.send(new DescribeInternetGatewaysCommand(DRY))],
    [
      "ec2:DescribeLaunchTemplateVersions",
      () => client.send(new DescribeLaunchTemplateVersionsCommand({ ...DRY, Versions: ["$Latest"] })),
    ],
    ["ec2:DescribeManagedPrefixLists", () => client.send(new DescribeManagedPrefixListsCommand(DRY))],
    ["ec2:DescribeNatGateways", () => client.send(new DescribeNatGatewaysCommand(DRY))],
    ["ec2:DescribeNetworkAcls", () => client.send(new DescribeNetworkAclsCommand(DRY))],
    ["ec2:DescribeNetworkInterfaces", () => client.send(new DescribeNetworkInterfacesCommand(DRY))],
    ["ec2:DescribeRouteTables", () => client.send(new DescribeRouteTablesCommand(DRY))],
    ["ec2:DescribeSecurityGroupRules", () => client.send(new DescribeSecurityGroupRulesCommand(DRY))],
    ["ec2:DescribeSecurityGroups", () => client.send(new DescribeSecurityGroupsCommand(DRY))],
    ["ec2:DescribeSubnets", () => client.send(new DescribeSubnetsCommand(DRY))],
    ["ec2:DescribeVpcAttribute", () => client.send(new DescribeVpcAttributeCommand(attribute))],
    ["ec2:DescribeVpcEndpoints", () => client.send(new DescribeVpcEndpointsCommand(DRY))],
    ["ec2:DescribeVpcs", () => client.send(new DescribeVpcsCommand(DRY))],
  ];
}
