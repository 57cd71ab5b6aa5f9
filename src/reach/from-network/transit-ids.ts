import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { VpcPeeringConnection } from "../../model/types/transit.ts";

/** The id of the gateway of the attachment of that name: a Terraform address where it is made here. */
export function transitGatewayId({ transitGatewayAttachments }: Network, name: string): string {
  const attachment = transitGatewayAttachments.find((one) => one.name === name);
  invariant(attachment !== undefined, `no transit gateway attachment ${name}`);
  const { gateway } = attachment;
  return gateway.kind === "id" ? gateway.id : terraformAddress("aws_ec2_transit_gateway", name);
}

/** The id of the peering connection of that name. */
export function peeringId({ vpcPeeringConnections }: Network, name: string): string {
  const connection = vpcPeeringConnections.find((one) => one.name === name);
  invariant(connection !== undefined, `no VPC peering connection ${name}`);
  return peeringAddress(connection);
}

/** The Terraform address of the half of the connection that is made here. */
export function peeringAddress({ name, side }: VpcPeeringConnection): string {
  const type = side.kind === "request" ? "aws_vpc_peering_connection" : "aws_vpc_peering_connection_accepter";
  return terraformAddress(type, name);
}
