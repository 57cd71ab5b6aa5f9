import type { Network } from "../../types/network.ts";
import type { TransitGatewayPropagation, TransitGatewayTableReference } from "../../types/transit.ts";
import { namesOf } from "./membership.ts";

/** Route tables of transit gateways and attachments of others go with the attachment that tells whose gateway it is. */
export function pruneTransitGatewayTables(
  network: Network,
): Pick<
  Network,
  "transitGatewayAttachments" | "transitGatewayRouteTables" | "foreignTransitGatewayAttachments"
> {
  const attached = namesOf(network.transitGatewayAttachments);
  const foreign = network.foreignTransitGatewayAttachments.filter((one) => attached.has(one.transitGateway));
  const tables = network.transitGatewayRouteTables.filter((one) => attached.has(one.transitGateway));
  const reachable = new Set([...attached, ...namesOf(foreign)]);
  const there = namesOf(tables);
  return {
    transitGatewayAttachments: network.transitGatewayAttachments.map((attachment) => {
      const { association, propagations } = attachment;
      const isLost = association.kind === "table" && !isThere(there, association.table);
      return {
        ...attachment,
        association: isLost ? { kind: "none" } : association,
        propagations: propagationsTo(there, propagations),
      };
    }),
    transitGatewayRouteTables: tables.map((table) => ({
      ...table,
      routes: table.routes.filter(
        ({ target }) =>
          (target.kind !== "attachment" && target.kind !== "foreign-attachment") ||
          reachable.has(target.name),
      ),
    })),
    foreignTransitGatewayAttachments: foreign.map((attachment) => {
      const { association, propagations } = attachment;
      return {
        ...attachment,
        association: association !== null && isThere(there, association) ? association : null,
        propagations: propagationsTo(there, propagations),
      };
    }),
  };
}

function isThere(tables: ReadonlySet<string>, table: TransitGatewayTableReference): boolean {
  return table.kind === "id" || tables.has(table.name);
}

function propagationsTo(
  tables: ReadonlySet<string>,
  propagations: readonly TransitGatewayPropagation[],
): readonly TransitGatewayPropagation[] {
  return propagations.filter(({ table }) => isThere(tables, table));
}
