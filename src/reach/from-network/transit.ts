import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { TransitGatewayAttachment, VpcPeeringConnection } from "../../model/types/transit.ts";
import { elsewhere } from "../topology/elsewhere.ts";
import type { Answer, Gateway, TransitAttachment } from "../topology/topology.ts";
import { answer, at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { peeringAddress, transitGatewayId } from "./transit-ids.ts";

/** The VPC peering connections; what the other side's VPC is like is not known. */
export function peeringsOf({ network }: NetworkContext): Parts {
  return {
    gateways: network.vpcPeeringConnections.map((connection) => ({
      id: peeringAddress(connection),
      place: at(connection.path),
      kind: "vpc-peering-connection",
      sides: [
        { vpc: VPC, isKnown: true, where: null },
        { vpc: otherSide(connection), isKnown: false, where: whereOf(network, connection) },
      ],
      crossesRegions: crossesRegions(network, connection),
    })),
  };
}

function otherSide({ side }: VpcPeeringConnection): string {
  return side.kind === "request" ? side.peerVpcId : `the other side of ${side.connectionId}`;
}

function whereOf(network: Network, connection: VpcPeeringConnection): string | null {
  const { side } = connection;
  if (side.kind !== "request") return null;
  const region = crossesRegions(network, connection) === "yes" ? side.peerRegion : null;
  return elsewhere(region, side.peerOwnerId);
}

function crossesRegions({ region }: Network, { side }: VpcPeeringConnection): Answer {
  if (side.kind !== "request") return "unknown";
  return answer(side.peerRegion !== null && side.peerRegion !== region);
}

/** The transit gateways, each with the VPC's attachments. Others attach to them, so nothing is known of their tables. */
export function transitGatewaysOf({ network }: NetworkContext): Parts {
  const all = network.transitGatewayAttachments;
  const ids = [...new Set(all.map(({ name }) => transitGatewayId(network, name)))];
  return {
    gateways: ids.flatMap((id): Gateway[] => {
      const own = all.filter(({ name }) => transitGatewayId(network, name) === id);
      const [first] = own;
      if (first === undefined) return [];
      const attachments = own.map(attachmentOf);
      return [
        { id, place: at(first.path), kind: "transit-gateway", attachments, peerings: [], tables: null },
      ];
    }),
  };
}

function attachmentOf(attachment: TransitGatewayAttachment): TransitAttachment {
  const { name, path, subnets, ipv6Support, applianceModeSupport } = attachment;
  return {
    id: terraformAddress("aws_ec2_transit_gateway_vpc_attachment", name),
    place: at(path),
    vpc: VPC,
    subnets: subnets.map((subnet) => terraformAddress("aws_subnet", subnet)),
    ipv6: answer(ipv6Support === "enable"),
    applianceMode: answer(applianceModeSupport === "enable"),
    associatedWith: null,
  };
}
