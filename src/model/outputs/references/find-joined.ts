import type { Path } from "../../../base/path.ts";
import { placedBlocks } from "../../addressing/vpc.ts";
import type { Network } from "../../types/network.ts";
import type { OutputValue } from "../../types/outputs.ts";
import type { Joined, JoinedService, Reference } from "../../types/references.ts";
import type { PeeringSide, TransitGatewayAttachment } from "../../types/transit.ts";

/**
 * The VPCs of other blueprints to which a network has a link, by link and stack. Of two networks one knows: the one that takes
 * the link from the other, and between two that take it from a third the later one by name.
 */
export function findJoined(
  network: Network,
  all: readonly Network[],
  placeOf: (stack: string, path: Path) => string,
): readonly Joined[] {
  const others = all.filter(({ name }) => name !== network.name);
  const to = (by: Joined["by"], link: string, other: Network): Joined => ({
    by,
    link,
    stack: other.name,
    blocks: placedBlocks(other.vpc).map(({ cidr, path }) => ({ cidr, place: placeOf(other.name, path) })),
  });
  const peered = network.vpcPeeringConnections.flatMap(({ name, side }) => {
    const peer = peerOf(network, side, others);
    return peer === undefined ? [] : [to("VPC peering connection", name, peer)];
  });
  const attached = network.transitGatewayAttachments.flatMap((attachment) => {
    const gateway = gatewayOf(network, attachment, all);
    if (gateway.maker === network.name) return [];
    const sharing = others.filter(({ name }) => name === gateway.maker || name < network.name);
    return sharing
      .filter((other) =>
        other.transitGatewayAttachments.some((one) => gatewayOf(other, one, all).id === gateway.id),
      )
      .map((other) => to("transit gateway", attachment.name, other));
  });
  return [...peered, ...attached];
}

/** The endpoint services of these networks that the endpoints of one are for. */
export function findJoinedServices(network: Network, all: readonly Network[]): readonly JoinedService[] {
  return network.vpcEndpoints.flatMap(({ name: endpoint, serviceName }) => {
    const producer = producerOf(referenceAt(network, serviceName), all);
    if (producer === undefined || producer.value.kind !== "vpcEndpointServiceName") return [];
    const { network: other, value } = producer;
    const service = other.vpcEndpointServices.find((one) => one.name === value.name);
    return service === undefined ? [] : [{ endpoint, stack: other.name, service }];
  });
}

/** The reference that a text of the network stands for. */
export function referenceAt({ references }: Network, text: string): Reference | undefined {
  return references.find(({ token }) => token === text);
}

/** The network, and what it shows, that a reference leads to; undefined: it leads to no blueprint among these. */
export function producerOf(
  reference: Reference | undefined,
  all: readonly Network[],
): { readonly network: Network; readonly value: OutputValue } | undefined {
  const network = all.find(({ name }) => name === reference?.stack);
  const value = network?.outputs.find(({ name }) => name === reference?.output)?.value;
  return network === undefined || value === undefined ? undefined : { network, value };
}

function peerOf(network: Network, side: PeeringSide, others: readonly Network[]): Network | undefined {
  const id = side.kind === "request" ? side.peerVpcId : side.connectionId;
  return producerOf(referenceAt(network, id), others)?.network;
}

/** A transit gateway; `maker` is the stack that makes it, null when none of these does. */
interface Gateway {
  readonly id: string;
  readonly maker: string | null;
}

function gatewayOf(
  network: Network,
  { name, gateway }: TransitGatewayAttachment,
  all: readonly Network[],
): Gateway {
  if (gateway.kind === "create") return { id: `${network.name}/${name}`, maker: network.name };
  const reference = referenceAt(network, gateway.id);
  if (reference === undefined) return { id: gateway.id, maker: null };
  const producer = producerOf(reference, all);
  const shown = producer?.value.kind === "transitGatewayId" ? producer.value.name : null;
  const made = producer?.network.transitGatewayAttachments.find((one) => one.name === shown);
  if (producer !== undefined && made !== undefined) return gatewayOf(producer.network, made, all);
  return { id: reference.thing, maker: null };
}
