import { invariant } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type {
  TransitGatewayAttachment,
  TransitGatewayRouteTarget,
  TransitGatewayTableReference,
} from "../../model/types/transit.ts";
import { knownBlock } from "../from-network/blocks.ts";
import { transitGatewayId } from "../from-network/transit-ids.ts";
import type { Gateway, TransitTable } from "../topology/topology.ts";
import type { IdOf } from "./ids-of-stacks.ts";

type TransitGateway = Extract<Gateway, { readonly kind: "transit-gateway" }>;

/** What all stacks together say of their transit gateways. */
interface Said {
  /** By id of the attachment: the table it is associated with; null: none is made by these stacks. */
  readonly associated: ReadonlyMap<string, string | null>;
  readonly propagated: readonly { readonly table: string; readonly attachment: string }[];
  readonly tables: readonly (Omit<TransitTable, "propagatedBy"> & { readonly gateway: string })[];
}

/**
 * The transit gateways of several stacks: the attachments of all, and the tables of those gateways that one of the stacks
 * makes. A gateway that is made elsewhere may have other tables and attachments: nothing is said of its tables.
 */
export function transitOfStacks(
  networks: readonly Network[],
  gateways: readonly TransitGateway[],
  idOf: IdOf,
): readonly TransitGateway[] {
  const said = joinSaid(networks.map((network) => saidBy(networks, network, idOf)));
  const made = new Set(networks.flatMap((network) => madeBy(network, idOf)));
  const ids = [...new Set(gateways.map(({ id }) => id))];
  return ids.map((id): TransitGateway => {
    const own = gateways.filter((one) => one.id === id);
    const maker = own.find(({ place }) => place.kind === "blueprint") ?? own[0];
    invariant(maker !== undefined, `nobody has ${id}`);
    const attachments = own
      .flatMap((one) => one.attachments)
      .map((one) => ({ ...one, associatedWith: said.associated.get(one.id) ?? null }));
    const tables = said.tables
      .filter(({ gateway }) => gateway === id)
      .map(({ gateway: _, ...table }) => ({
        ...table,
        propagatedBy: said.propagated.filter((one) => one.table === table.id).map((one) => one.attachment),
      }));
    return { ...maker, attachments, tables: made.has(id) ? tables : null };
  });
}

function joinSaid(all: readonly Said[]): Said {
  return {
    associated: new Map(all.flatMap(({ associated }) => [...associated])),
    propagated: all.flatMap(({ propagated }) => propagated),
    tables: all.flatMap(({ tables }) => tables),
  };
}

function madeBy(network: Network, idOf: IdOf): readonly string[] {
  return network.transitGatewayAttachments.flatMap(({ name, gateway }) =>
    gateway.kind === "create" ? [idOf(network, transitGatewayId(network, name))] : [],
  );
}

function saidBy(networks: readonly Network[], network: Network, idOf: IdOf): Said {
  const own = network.transitGatewayAttachments;
  const foreign = network.foreignTransitGatewayAttachments;
  const tableId = (table: TransitGatewayTableReference) => idOf(network, tableAddress(table));
  const attachmentId = ({ name }: TransitGatewayAttachment) =>
    idOf(network, terraformAddress("aws_ec2_transit_gateway_vpc_attachment", name));
  const defaults = own.map((one) => ({ one, ...defaultsOf(networks, network, one, idOf) }));
  return {
    associated: new Map([
      ...defaults.map(({ one, association }): [string, string | null] => {
        const { association: written } = one;
        if (written.kind === "table") return [attachmentId(one), tableId(written.table)];
        return [attachmentId(one), written.kind === "default" ? association : null];
      }),
      ...foreign.flatMap(({ attachmentId: id, association }): [string, string][] =>
        association === null ? [] : [[idOf(network, id), tableId(association)]],
      ),
    ]),
    propagated: [
      ...defaults.flatMap(({ one, propagation }) =>
        one.defaultRouteTablePropagation && propagation !== null
          ? [{ table: propagation, attachment: attachmentId(one) }]
          : [],
      ),
      ...own.flatMap((one) =>
        one.propagations.map(({ table }) => ({ table: tableId(table), attachment: attachmentId(one) })),
      ),
      ...foreign.flatMap(({ attachmentId: id, propagations }) =>
        propagations.map(({ table }) => ({ table: tableId(table), attachment: idOf(network, id) })),
      ),
    ],
    tables: tablesOf(network, idOf),
  };
}

function tablesOf(network: Network, idOf: IdOf): Said["tables"] {
  const gatewayId = (name: string) => idOf(network, transitGatewayId(network, name));
  return [
    ...network.transitGatewayAttachments.flatMap(({ name, gateway }) =>
      gateway.kind === "create"
        ? [{ gateway: gatewayId(name), id: defaultTable(gatewayId(name)), routes: [] }]
        : [],
    ),
    ...network.transitGatewayRouteTables.map(({ name, transitGateway, routes }) => ({
      gateway: gatewayId(transitGateway),
      id: idOf(network, tableAddress({ kind: "own", name })),
      routes: routes.map(({ destination, target }) => ({
        destination: knownBlock(destination),
        target: idOf(network, targetOf(network, target)),
      })),
    })),
  ];
}

/** The gateway's default table, where the gateway puts new attachments into it; null: it does not, or nobody knows. */
function defaultsOf(
  networks: readonly Network[],
  network: Network,
  { name }: TransitGatewayAttachment,
  idOf: IdOf,
): { readonly association: string | null; readonly propagation: string | null } {
  const id = idOf(network, transitGatewayId(network, name));
  const gateway = networks
    .flatMap((other) => other.transitGatewayAttachments.map((one) => ({ other, one })))
    .find(
      ({ other, one }) =>
        one.gateway.kind === "create" && idOf(other, transitGatewayId(other, one.name)) === id,
    )?.one.gateway;
  if (gateway?.kind !== "create") return { association: null, propagation: null };
  const table = defaultTable(id);
  return {
    association: gateway.defaultRouteTableAssociation === "enable" ? table : null,
    propagation: gateway.defaultRouteTablePropagation === "enable" ? table : null,
  };
}

function defaultTable(gateway: string): string {
  return `the default table of ${gateway}`;
}

function tableAddress(table: TransitGatewayTableReference): string {
  return table.kind === "id" ? table.id : terraformAddress("aws_ec2_transit_gateway_route_table", table.name);
}

function targetOf(network: Network, target: TransitGatewayRouteTarget): string {
  switch (target.kind) {
    case "attachment":
      return terraformAddress("aws_ec2_transit_gateway_vpc_attachment", target.name);
    case "foreign-attachment":
      return (
        network.foreignTransitGatewayAttachments.find(({ name }) => name === target.name)?.attachmentId ??
        target.name
      );
    case "vpn-connection":
      return `${terraformAddress("aws_vpn_connection", target.name)}.transit_gateway_attachment_id`;
    case "attachment-id":
      return target.id;
    case "blackhole":
      return "blackhole";
  }
}
