import {
  type EC2Client,
  paginateDescribeTransitGateways,
  paginateGetTransitGatewayRouteTableAssociations,
  paginateGetTransitGatewayRouteTablePropagations,
  type TransitGateway,
  type TransitGatewayVpcAttachment,
} from "@aws-sdk/client-ec2";
import type { ToldAttachment } from "../fields/transit-gateway-attachment.ts";
import { askAll } from "./ask.ts";

/**
 * The attachments, and whether each is in the default route tables of its gateway. As Terraform does, that is asked of the account's own
 * gateways: nobody else may look at the tables.
 */
export async function withDefaultTables(
  client: EC2Client,
  attachments: readonly TransitGatewayVpcAttachment[],
): Promise<readonly ToldAttachment[]> {
  const ids = [...new Set(attachments.flatMap(({ TransitGatewayId }) => TransitGatewayId ?? []))];
  if (ids.length === 0) return [];
  const pages = paginateDescribeTransitGateways({ client }, { TransitGatewayIds: ids });
  const gateways = await askAll("ec2:DescribeTransitGateways", pages, (page) => page.TransitGateways);
  return Promise.all(
    attachments.map(async (one) => {
      const gateway = gateways.find(({ TransitGatewayId }) => TransitGatewayId === one.TransitGatewayId);
      return gateway?.OwnerId !== one.VpcOwnerId
        ? one
        : { ...one, ...(await askTables(client, one, gateway)) };
    }),
  );
}

async function askTables(
  client: EC2Client,
  { TransitGatewayAttachmentId: id = "" }: TransitGatewayVpcAttachment,
  gateway: TransitGateway | undefined,
) {
  const { AssociationDefaultRouteTableId: associated, PropagationDefaultRouteTableId: propagated } =
    gateway?.Options ?? {};
  const Filters = [{ Name: "transit-gateway-attachment-id", Values: [id] }];
  const isIn = (found: readonly { readonly TransitGatewayAttachmentId?: string | undefined }[]) =>
    found.some(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId === id);
  const [associations, propagations] = await Promise.all([
    associated === undefined
      ? []
      : askAll(
          "ec2:GetTransitGatewayRouteTableAssociations",
          paginateGetTransitGatewayRouteTableAssociations(
            { client },
            { TransitGatewayRouteTableId: associated, Filters },
          ),
          (page) => page.Associations,
        ),
    propagated === undefined
      ? []
      : askAll(
          "ec2:GetTransitGatewayRouteTablePropagations",
          paginateGetTransitGatewayRouteTablePropagations(
            { client },
            { TransitGatewayRouteTableId: propagated, Filters },
          ),
          (page) => page.TransitGatewayRouteTablePropagations,
        ),
  ]);
  return { isAssociated: isIn(associations), isPropagated: isIn(propagations) };
}
