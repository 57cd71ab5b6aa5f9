import type { Prefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  flagAt,
  literalAt,
  nameAt,
  namesAt,
  neededName,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { Route } from "./cloud.ts";
import { type Blocks, prefixAt } from "./prefix-at.ts";
import type { TransitAttachment, TransitGateway, TransitTable } from "./transit-gateway.ts";

/**
 * The transit gateways whose tables are followed: those of the stack to which more than one of its VPCs is attached. What lies
 * behind the others is not in the stack: they stand for a network beyond it.
 */
export function readTransitGateways(stack: TerraformStack, blocks: Blocks): readonly TransitGateway[] {
  return ofType(stack, "aws_ec2_transit_gateway").flatMap((gateway) => {
    const attached = ofType(stack, "aws_ec2_transit_gateway_vpc_attachment").filter(
      (one) => neededName(one, "transit_gateway_id") === gateway.address,
    );
    const vpcs = new Set(attached.map((one) => neededName(one, "vpc_id")));
    if (vpcs.size < 2) return [];
    const attachments = attached.map((one) => attachmentOf(stack, gateway, one));
    const own = ofType(stack, "aws_ec2_transit_gateway_route_table").filter(
      (one) => neededName(one, "transit_gateway_id") === gateway.address,
    );
    const tables = [defaultTable(gateway), ...own.map(({ address }) => address)].map((name) =>
      tableOf(stack, { gateway, attached, name }, blocks),
    );
    return [{ name: gateway.address, attachments, tables }];
  });
}

/** What leads to one of them leads through its tables. */
export function throughTransitGateways(
  routes: ReadonlyMap<string, readonly Route[]>,
  gateways: readonly TransitGateway[],
): ReadonlyMap<string, readonly Route[]> {
  const names = new Set(gateways.map(({ name }) => name));
  return new Map(
    [...routes].map(([table, list]) => [
      table,
      list.map((route): Route => {
        const { target } = route;
        if (target.kind !== "outside" || !names.has(target.name)) return route;
        return { ...route, target: { kind: "transit-gateway", name: target.name } };
      }),
    ]),
  );
}

function attachmentOf(stack: TerraformStack, gateway: Resource, attachment: Resource): TransitAttachment {
  const written = ofType(stack, "aws_ec2_transit_gateway_route_table_association").find(
    (one) => neededName(one, "transit_gateway_attachment_id") === attachment.address,
  );
  const byDefault = isDefault(gateway, attachment, "association") ? defaultTable(gateway) : null;
  return {
    name: attachment.address,
    vpc: neededName(attachment, "vpc_id"),
    subnets: namesAt(attachment, "subnet_ids"),
    ipv6: literalAt(attachment, "ipv6_support") === "enable",
    table: written === undefined ? byDefault : neededName(written, "transit_gateway_route_table_id"),
  };
}

/** Both the gateway and the attachment have it on, unless it is written. */
function isDefault(gateway: Resource, attachment: Resource, what: "association" | "propagation"): boolean {
  const onGateway = literalAt(gateway, `default_route_table_${what}`) !== "disable";
  const key = `transit_gateway_default_route_table_${what}`;
  return onGateway && (flagAt(attachment, attachment.body[key]) ?? true);
}

function defaultTable({ address }: Resource): string {
  return `${address}#default`;
}

interface Named {
  readonly gateway: Resource;
  readonly attached: readonly Resource[];
  readonly name: string;
}

function tableOf(stack: TerraformStack, { gateway, attached, name }: Named, blocks: Blocks): TransitTable {
  const inTable = (type: string) =>
    ofType(stack, type).filter((one) => neededName(one, "transit_gateway_route_table_id") === name);
  const written = inTable("aws_ec2_transit_gateway_route_table_propagation").map((one) =>
    neededName(one, "transit_gateway_attachment_id"),
  );
  const byDefault = attached.filter(
    (one) => name === defaultTable(gateway) && isDefault(gateway, one, "propagation"),
  );
  return {
    name,
    routes: inTable("aws_ec2_transit_gateway_route").map((route) => ({
      destination: destinationOf(route, blocks),
      attachment:
        flagAt(route, route.body["blackhole"]) === true
          ? null
          : nameAt(route, route.body["transit_gateway_attachment_id"]),
    })),
    propagatedBy: [...written, ...byDefault.map(({ address }) => address)],
  };
}

function destinationOf(route: Resource, blocks: Blocks): Prefix {
  const destination = prefixAt(route, route.body["destination_cidr_block"], blocks);
  if (destination === null) throw new CannotModel(route.address, "it has no destination");
  return destination;
}
