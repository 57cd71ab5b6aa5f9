import { transitFacts } from "../../aws/facts/transit.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { TransitGatewayAttachment, TransitGatewayTableReference } from "../../model/types/transit.ts";
import type { Rule } from "../rule.ts";

/** A transit gateway's table serves the attachments of that gateway. */
export const transitGatewayTableElsewhere: Rule<"transit-gateway-table-elsewhere"> = {
  id: "transit-gateway-table-elsewhere",
  severity: "error",
  title:
    "An attachment is associated with, propagates into and stands in tables of its own transit gateway only.",
  why: "A route table is of one transit gateway: EC2 finds no attachment of another one for it, and the apply fails. Two gateways are joined by a peering attachment, whose id a route names.",
  sources: [transitFacts.transitTableOfOneGateway],
  check(network, report) {
    for (const { path, name, does, gateway, table } of meetings(network)) {
      const tableOf = network.transitGatewayRouteTables.find((one) => one.name === table)?.transitGateway;
      if (tableOf === undefined || !areApart(network, gateway, tableOf)) continue;
      report(
        path,
        `attachment "${name}" ${does} route table "${table}" of another transit gateway, that of attachment "${tableOf}"`,
        `give the transit gateway of attachment "${gateway}" a table of its own`,
      );
    }
  },
};

/** Where an attachment meets a table of the blueprint. */
interface Meeting {
  readonly path: Path;
  readonly name: string;
  readonly does: string;
  /** Name of the attachment whose gateway it is attached to. */
  readonly gateway: string;
  readonly table: string;
}

type Attachment = Pick<TransitGatewayAttachment, "name" | "path" | "propagations"> & {
  readonly gateway: string;
  readonly association: TransitGatewayTableReference | null;
};

function meetings(network: Network): readonly Meeting[] {
  const attachments = attachmentsOf(network);
  const ofTables = attachments.flatMap(({ name, path, gateway, association, propagations }) =>
    [
      { at: [...path, "association"], table: association, does: "is associated with" },
      ...propagations.map((one) => ({ at: one.path, table: one.table, does: "propagates into" })),
    ].flatMap(({ at, table, does }) =>
      table?.kind === "own" ? [{ path: at, name, does, gateway, table: table.name }] : [],
    ),
  );
  const ofRoutes = network.transitGatewayRouteTables.flatMap(({ name: table, routes }) =>
    routes.flatMap(({ path, target }) => {
      if (target.kind !== "attachment" && target.kind !== "foreign-attachment") return [];
      const meant = attachments.find(({ name }) => name === target.name);
      const at = [...path, "target"];
      return meant === undefined
        ? []
        : [{ path: at, name: meant.name, does: "stands in", gateway: meant.gateway, table }];
    }),
  );
  return [...ofTables, ...ofRoutes];
}

/** Of this VPC and of others: no two have one name. */
function attachmentsOf(network: Network): readonly Attachment[] {
  const own = network.transitGatewayAttachments.map((one) => ({
    ...one,
    gateway: one.name,
    association: one.association.kind === "table" ? one.association.table : null,
  }));
  const others = network.foreignTransitGatewayAttachments.map((one) => ({
    ...one,
    gateway: one.transitGateway,
  }));
  return [...own, ...others];
}

/** True where the gateways of two attachments are known to be two. */
function areApart(network: Network, one: string, other: string): boolean {
  const [a, b] = [gatewayOf(network, one), gatewayOf(network, other)];
  if (a.text === b.text) return false;
  // Whatever leads elsewhere does not lead to a gateway that is made here; two ways elsewhere can lead to one.
  const isOwn = a.kind === "own" || b.kind === "own";
  return (isOwn && a.kind !== "not known" && b.kind !== "not known") || (a.kind === "id" && b.kind === "id");
}

interface Gateway {
  readonly text: string;
  readonly kind: "own" | "id" | "of a blueprint" | "not known";
}

function gatewayOf({ transitGatewayAttachments, references }: Network, attachment: string): Gateway {
  const gateway = transitGatewayAttachments.find(({ name }) => name === attachment)?.gateway;
  if (gateway === undefined) return { text: attachment, kind: "not known" };
  if (gateway.kind === "create") return { text: `create ${attachment}`, kind: "own" };
  const reference = references.find(({ token }) => token === gateway.id);
  if (reference === undefined) return { text: gateway.id, kind: "id" };
  return { text: reference.thing, kind: reference.stack === null ? "not known" : "of a blueprint" };
}
