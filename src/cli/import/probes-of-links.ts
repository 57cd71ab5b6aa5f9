import {
  DescribeCustomerGatewaysCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
} from "@aws-sdk/client-ec2";
import { DRY, type Probe } from "./probes-of-ec2.ts";

/** One question for each right of EC2 that import needs for what leads out of the VPC. */
export function probesOfLinks(client: EC2Client): readonly Probe[] {
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
