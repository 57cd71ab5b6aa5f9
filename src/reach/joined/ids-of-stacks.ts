import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { OutputValue } from "../../model/types/outputs.ts";
import type { Reference } from "../../model/types/references.ts";
import { peeringAddress, peeringId, transitGatewayId } from "../from-network/transit-ids.ts";

/** The id in a topology of several stacks of what a stack calls so: a Terraform address, or what it takes from another. */
export type IdOf = (stack: Network, id: string) => string;

const ADDRESS = /^((?:data\.)?aws_[a-z0-9_]+\.[\p{L}_][\p{L}\p{N}_-]*)(.*)$/su;

/**
 * The ids of several stacks: what a stack makes is `aws_vpc.main@stack`, and of `own` `aws_vpc.main` alone; what it takes from
 * one of the others is what that one makes.
 */
export function idsOf(networks: readonly Network[], own: string | null): IdOf {
  const idOf: IdOf = (network, id) => {
    const reference = network.references.find(({ token }) => token === id);
    if (reference !== undefined) {
      const made = madeElsewhere(networks, reference);
      return made === null ? reference.thing : idOf(made.producer, made.id);
    }
    const accepted = network.vpcPeeringConnections.find((one) => peeringAddress(one) === id);
    if (accepted?.side.kind === "accept") return idOf(network, accepted.side.connectionId);
    return withStack(network, own, id);
  };
  return idOf;
}

function withStack({ name }: Network, own: string | null, id: string): string {
  const [, address, rest] = ADDRESS.exec(id) ?? [];
  return address === undefined || name === own ? id : `${address}@${name}${rest}`;
}

/** What a reference leads to, and in which of the stacks; null: in none of them. */
function madeElsewhere(
  networks: readonly Network[],
  { stack, output, source }: Reference,
): { readonly producer: Network; readonly id: string } | null {
  const producer = networks.find(({ name }) => name === stack);
  const shown = producer?.outputs.find(({ name }) => name === output)?.value;
  if (producer === undefined || shown === undefined) return null;
  const id = addressShown(producer, shown, source.kind === "state" ? source.key : null);
  return id === null ? null : { producer, id };
}

/** What an output shows of a stack, as the stack itself calls it; null: nothing that routes or filters name. */
function addressShown(network: Network, value: OutputValue, key: string | null): string | null {
  switch (value.kind) {
    case "vpc":
      return value.attribute === "id" ? terraformAddress("aws_vpc", "main") : null;
    case "transitGatewayId":
      return transitGatewayId(network, value.name);
    case "transitGatewayAttachmentId":
      return terraformAddress("aws_ec2_transit_gateway_vpc_attachment", value.name);
    case "transitGatewayRouteTableId":
      return terraformAddress("aws_ec2_transit_gateway_route_table", value.name);
    case "vpcPeeringConnectionId":
      return peeringId(network, value.name);
    case "securityGroupId":
      return terraformAddress("aws_security_group", value.name);
    case "routeTableIdsByZone":
      return tableOfZone(network, value.name, key);
    default:
      return null;
  }
}

function tableOfZone({ tiers, routeTables }: Network, tier: string, zone: string | null): string | null {
  const subnets = tiers.find(({ name }) => name === tier)?.subnets ?? [];
  const subnet = subnets.find((one) => one.zone.letter === zone)?.id;
  const table = routeTables.find((one) => subnet !== undefined && one.subnets.includes(subnet));
  return table === undefined ? null : terraformAddress("aws_route_table", table.id);
}
