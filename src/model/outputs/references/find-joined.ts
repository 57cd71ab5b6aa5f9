import { knownBlocks } from "../../addressing/vpc.ts";
import type { Network } from "../../types/network.ts";
import type { Joined } from "../../types/references.ts";
import type { TransitGatewayAttachment } from "../../types/transit.ts";

/** The VPCs of other blueprints to which a network has a link of its own or of both, sorted by path and stack. */
export function findJoined(
  network: Network,
  all: readonly Network[],
  placeOfVpc: (stack: string) => string,
): readonly Joined[] {
  const others = all.filter(({ name }) => name !== network.name);
  const to = (path: Joined["path"], by: Joined["by"], other: Network): Joined => ({
    path,
    by,
    stack: other.name,
    place: placeOfVpc(other.name),
    blocks: knownBlocks(other.vpc),
  });
  const peered = network.vpcPeeringConnections.flatMap(({ path, side }) => {
    if (side.kind !== "request") return [];
    const peer = producerOf(network, side.peerVpcId);
    return others
      .filter(({ name }) => name === peer)
      .map((other) => to([...path, "side"], "VPC peering connection", other));
  });
  const attached = network.transitGatewayAttachments.flatMap((attachment) => {
    const gateway = gatewayOf(network, attachment, all);
    return others
      .filter((other) =>
        other.transitGatewayAttachments.some((one) => gatewayOf(other, one, all) === gateway),
      )
      .map((other) => to(attachment.path, "transit gateway", other));
  });
  return [...peered, ...attached];
}

/** The stack whose value the text stands for; null: it is a literal, or of no blueprint. */
function producerOf({ references }: Network, text: string): string | null {
  return references.find(({ token }) => token === text)?.stack ?? null;
}

/** What two attachments to one transit gateway have in common: its id, or the stack and attachment that make it. */
function gatewayOf(
  network: Network,
  { name, gateway }: TransitGatewayAttachment,
  all: readonly Network[],
): string {
  if (gateway.kind === "create") return `${network.name}/${name}`;
  const reference = network.references.find(({ token }) => token === gateway.id);
  const producer = all.find((one) => one.name === reference?.stack);
  const value = producer?.outputs.find((one) => one.name === reference?.output)?.value;
  if (producer === undefined || value?.kind !== "transitGatewayId") return gateway.id;
  const made = producer.transitGatewayAttachments.find((one) => one.name === value.name);
  return made === undefined ? gateway.id : gatewayOf(producer, made, all);
}
