import {
  DescribeCustomerGatewaysCommand,
  DescribeVpnConnectionsCommand,
  DescribeVpnGatewaysCommand,
  type EC2Client,
  paginateDescribeTransitGatewayVpcAttachments,
  paginateDescribeVpcPeeringConnections,
  type VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import { fromApi } from "../fields/field.ts";
import { attachmentFields } from "../fields/transit-gateway-attachment.ts";
import {
  customerGatewayFields,
  tunnel1Arguments,
  tunnel2Arguments,
  virtualPrivateGatewayArguments,
  vpnConnectionFields,
} from "../fields/vpn.ts";
import type { Unplaced } from "../types/inventory.ts";
import { type FoundLinks, type FoundPeering, NO_LINKS } from "../types/links.ts";
import { ask, askAll } from "./ask.ts";
import { refused } from "./ask-others.ts";
import { withDefaultTables } from "./ask-transit-gateways.ts";
import { nameOfTags } from "./map-network.ts";

/** A part of what leads out of a VPC, and what is seen and has no place there. */
interface Part {
  readonly links: Partial<FoundLinks>;
  readonly others: readonly Unplaced[];
}

type Question = (client: EC2Client, vpcId: string) => Promise<Part>;

/** What leads out of the VPC, and what of it has no place in an inventory. A refused question is one more thing to say. */
export async function askLinks(
  client: EC2Client,
  vpcId: string,
): Promise<{ readonly links: FoundLinks; readonly others: readonly Unplaced[] }> {
  const questions: readonly Question[] = [askPeerings, askAttachments, askVpn];
  const parts = await Promise.all(
    questions.map((question) =>
      question(client, vpcId).catch((error: unknown): Part => ({ links: {}, others: refused(error) })),
    ),
  );
  return {
    links: Object.assign({}, NO_LINKS, ...parts.map(({ links }) => links)),
    others: parts.flatMap(({ others }) => others),
  };
}

/** States in which a connection leads somewhere, or is about to. */
const PEERING_STATES = ["active", "pending-acceptance", "provisioning"];

const askPeerings: Question = async (client, vpcId) => {
  const sides = ["requester-vpc-info.vpc-id", "accepter-vpc-info.vpc-id"].map((Name) =>
    askAll(
      "ec2:DescribeVpcPeeringConnections",
      paginateDescribeVpcPeeringConnections({ client }, { Filters: [{ Name, Values: [vpcId] }] }),
      (page) => page.VpcPeeringConnections,
    ),
  );
  const all = new Map(
    (await Promise.all(sides)).flat().map((one) => [one.VpcPeeringConnectionId ?? "", one]),
  );
  const found = [...all.values()].filter(
    ({ Status, RequesterVpcInfo, AccepterVpcInfo }) =>
      PEERING_STATES.includes(Status?.Code ?? "") &&
      [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId].includes(vpcId),
  );
  const isOurs = (one: VpcPeeringConnection) =>
    one.RequesterVpcInfo?.VpcId === vpcId && one.Status?.Code === "active";
  return {
    links: { peerings: found.filter(isOurs).map(mapPeering) },
    others: found
      .filter((one) => !isOurs(one))
      .map((one) => ({
        kind: "VPC peering connection",
        id: one.VpcPeeringConnectionId ?? "",
        detail:
          one.Status?.Code === "active"
            ? `asked for by ${one.RequesterVpcInfo?.VpcId}, whose it is`
            : `to ${one.AccepterVpcInfo?.VpcId}: ${one.Status?.Code}`,
      })),
  };
};

function mapPeering(one: VpcPeeringConnection): FoundPeering {
  const { RequesterVpcInfo: own, AccepterVpcInfo: peer } = one;
  return {
    id: one.VpcPeeringConnectionId ?? "",
    name: nameOfTags(one.Tags),
    peerVpcId: peer?.VpcId ?? "",
    peerOwnerId: peer?.OwnerId === own?.OwnerId ? null : (peer?.OwnerId ?? null),
    peerRegion: peer?.Region === own?.Region ? null : (peer?.Region ?? null),
  };
}

const askAttachments: Question = async (client, vpcId) => {
  const pages = paginateDescribeTransitGatewayVpcAttachments(
    { client },
    { Filters: [{ Name: "vpc-id", Values: [vpcId] }] },
  );
  const action = "ec2:DescribeTransitGatewayVpcAttachments";
  const all = await askAll(action, pages, (page) => page.TransitGatewayVpcAttachments);
  const there = all.filter(({ State }) => !/^(?:delet|fail|reject)/.test(State ?? ""));
  const isUsed = ({ State }: { readonly State?: string | undefined }) =>
    State === "available" || State === "modifying";
  const told = await withDefaultTables(client, there.filter(isUsed));
  return {
    links: {
      attachments: told.map((one) => ({
        id: one.TransitGatewayAttachmentId ?? "",
        name: nameOfTags(one.Tags),
        ...fromApi(attachmentFields, one),
      })),
    },
    others: there
      .filter((one) => !isUsed(one))
      .map((one) => ({
        kind: "transit gateway attachment",
        id: one.TransitGatewayAttachmentId ?? "",
        detail: `to ${one.TransitGatewayId}: ${one.State}`,
      })),
  };
};

const askVpn: Question = async (client, vpcId) => {
  const Filters = [{ Name: "attachment.vpc-id", Values: [vpcId] }];
  const { VpnGateways = [] } = await ask("ec2:DescribeVpnGateways", () =>
    client.send(new DescribeVpnGatewaysCommand({ Filters })),
  );
  const gateways = VpnGateways.filter(({ VpcAttachments = [] }) =>
    VpcAttachments.some(({ VpcId, State }) => VpcId === vpcId && State !== "detached"),
  );
  const ids = gateways.flatMap(({ VpnGatewayId }) => VpnGatewayId ?? []);
  return {
    links: {
      virtualPrivateGateways: gateways.map((one) => ({
        id: one.VpnGatewayId ?? "",
        name: nameOfTags(one.Tags),
        ...fromApi(virtualPrivateGatewayArguments, one),
      })),
      ...(ids.length === 0 ? {} : await askConnections(client, ids)),
    },
    others: [],
  };
};

async function askConnections(
  client: EC2Client,
  gatewayIds: readonly string[],
): Promise<Pick<FoundLinks, "customerGateways" | "vpnConnections">> {
  const Filters = [{ Name: "vpn-gateway-id", Values: [...gatewayIds] }];
  const { VpnConnections = [] } = await ask("ec2:DescribeVpnConnections", () =>
    client.send(new DescribeVpnConnectionsCommand({ Filters })),
  );
  const vpnConnections = VpnConnections.filter(({ State }) => !/^delet/.test(State ?? "")).map((one) => ({
    id: one.VpnConnectionId ?? "",
    name: nameOfTags(one.Tags),
    ...fromApi(vpnConnectionFields, one),
    tunnel1: fromApi(tunnel1Arguments, one),
    tunnel2: fromApi(tunnel2Arguments, one),
    routes: (one.Routes ?? []).flatMap(({ DestinationCidrBlock }) => DestinationCidrBlock ?? []),
  }));
  const CustomerGatewayIds = [...new Set(vpnConnections.map(({ customerGatewayId }) => customerGatewayId))];
  if (CustomerGatewayIds.length === 0) return { customerGateways: [], vpnConnections };
  const { CustomerGateways = [] } = await ask("ec2:DescribeCustomerGateways", () =>
    client.send(new DescribeCustomerGatewaysCommand({ CustomerGatewayIds })),
  );
  return {
    customerGateways: CustomerGateways.map((one) => ({
      id: one.CustomerGatewayId ?? "",
      name: nameOfTags(one.Tags),
      ...fromApi(customerGatewayFields, one),
    })),
    vpnConnections,
  };
}
