import {
  DescribeAddressesCommand,
  DescribeCustomerGatewaysCommand,
  DescribeDhcpOptionsCommand,
  DescribeEgressOnlyInternetGatewaysCommand,
  DescribeFlowLogsCommand,
  DescribeInstanceConnectEndpointsCommand,
  DescribeInstancesCommand,
  DescribeInternetGatewaysCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
} from "@aws-sdk/client-ec2";
import {
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import {
  DescribeDBInstancesCommand,
  DescribeDBSubnetGroupsCommand,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { arnIn } from "../../aws/partitions.ts";
import { isDenied } from "../../importer/aws/ask.ts";
import type { AwsClients, VpcInRegion } from "./aws-clients.ts";

type Probe = readonly [action: string, ask: () => Promise<unknown>];

/** EC2 answers a dry run with whether it would do it. */
const DRY = { DryRun: true } as const;

function ofEc2(client: EC2Client, vpcId: string): readonly Probe[] {
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

/** What leads out of the VPC. */
function ofLinks(client: EC2Client): readonly Probe[] {
  // Of nobody: rights are looked at before the thing is.
  const table = { ...DRY, TransitGatewayRouteTableId: "tgw-rtb-0123456789abcdef0" };
  return [
    ["ec2:DescribeCustomerGateways", () => client.send(new DescribeCustomerGatewaysCommand(DRY))],
    ["ec2:DescribeTransitGateways", () => client.send(new DescribeTransitGatewaysCommand(DRY))],
    [
      "ec2:DescribeTransitGatewayVpcAttachments",
      () => client.send(new DescribeTransitGatewayVpcAttachmentsCommand(DRY)),
    ],
    [
      "ec2:DescribeVpcEndpointServiceConfigurations",
      () => client.send(new DescribeVpcEndpointServiceConfigurationsCommand(DRY)),
    ],
    ["ec2:DescribeVpcPeeringConnections", () => client.send(new DescribeVpcPeeringConnectionsCommand(DRY))],
    ["ec2:DescribeVpnConnections", () => client.send(new DescribeVpnConnectionsCommand(DRY))],
    ["ec2:DescribeVpnGateways", () => client.send(new DescribeVpnGatewaysCommand(DRY))],
    [
      "ec2:GetTransitGatewayRouteTableAssociations",
      () => client.send(new GetTransitGatewayRouteTableAssociationsCommand(table)),
    ],
    [
      "ec2:GetTransitGatewayRouteTablePropagations",
      () => client.send(new GetTransitGatewayRouteTablePropagationsCommand(table)),
    ],
  ];
}

function ofBalancing(client: ElasticLoadBalancingV2Client, region: string): readonly Probe[] {
  const service = "elasticloadbalancing";
  // Of nobody: rights are looked at before the thing is.
  const arn = (resource: string) => arnIn(region, service, "123456789012", resource);
  const LoadBalancerArn = arn("loadbalancer/app/none/0123456789abcdef");
  const ListenerArn = arn("listener/app/none/0123456789abcdef/0123456789abcdef");
  const TargetGroupArn = arn("targetgroup/none/0123456789abcdef");
  return [
    [
      `${service}:DescribeListenerCertificates`,
      () => client.send(new DescribeListenerCertificatesCommand({ ListenerArn })),
    ],
    [`${service}:DescribeListeners`, () => client.send(new DescribeListenersCommand({ LoadBalancerArn }))],
    [
      `${service}:DescribeLoadBalancerAttributes`,
      () => client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn })),
    ],
    [
      `${service}:DescribeLoadBalancers`,
      () => client.send(new DescribeLoadBalancersCommand({ PageSize: 1 })),
    ],
    [`${service}:DescribeRules`, () => client.send(new DescribeRulesCommand({ ListenerArn }))],
    [
      `${service}:DescribeTargetGroupAttributes`,
      () => client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
    ],
    [`${service}:DescribeTargetGroups`, () => client.send(new DescribeTargetGroupsCommand({ PageSize: 1 }))],
    [
      `${service}:DescribeTargetHealth`,
      () => client.send(new DescribeTargetHealthCommand({ TargetGroupArn })),
    ],
  ];
}

function ofRds(client: RDSClient): readonly Probe[] {
  return [
    ["rds:DescribeDBInstances", () => client.send(new DescribeDBInstancesCommand({ MaxRecords: 20 }))],
    ["rds:DescribeDBSubnetGroups", () => client.send(new DescribeDBSubnetGroupsCommand({ MaxRecords: 20 }))],
  ];
}

/** Asks for each right that import needs, once, and gives those that AWS refuses. What else goes wrong counts as allowed. */
export async function askRights(
  { ec2, balancing, rds }: AwsClients,
  { vpcId, region }: VpcInRegion,
): Promise<readonly string[]> {
  const probes = [...ofEc2(ec2, vpcId), ...ofLinks(ec2), ...ofBalancing(balancing, region), ...ofRds(rds)];
  const answers = await Promise.all(
    probes.map(([action, ask]) =>
      ask().then(
        () => [],
        (error: unknown) => (isDenied(error) ? [action] : []),
      ),
    ),
  );
  return answers.flat();
}

/** The policy document that allows the actions. */
export function policyFor(actions: readonly string[]): string {
  const statement = { Effect: "Allow", Action: actions, Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}
