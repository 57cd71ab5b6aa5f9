import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  TransitGatewayRouteTableChoice,
  TransitGatewayAssociation as WrittenAssociation,
  ForeignTransitGatewayAttachment as WrittenForeignAttachment,
  TransitGatewayRouteTarget as WrittenTarget,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, readCidr, report, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { namesOf } from "../references.ts";
import type {
  ForeignTransitGatewayAttachment,
  TransitGatewayAcceptance,
  TransitGatewayAssociation,
  TransitGatewayPropagation,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  TransitGatewayRouteTarget,
  TransitGatewayTableReference,
} from "../types/transit.ts";

/** The route tables of transit gateways, sorted by name. */
export function normaliseTransitGatewayRouteTables(
  context: Context,
  blueprint: Blueprint,
): readonly TransitGatewayRouteTable[] {
  return sortedEntries(blueprint.network.transitGatewayRouteTables).map(([name, written]) => {
    const path: Path = ["network", "transitGatewayRouteTables", name];
    checkGateway(context, blueprint, written.transitGateway, path);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      transitGateway: written.transitGateway,
      routes: present(
        sortedEntries(written.routes).map(([route, { destination, target }]) => {
          const at = [...path, "routes", route];
          const cidr = readCidr(context, destination, [...at, "destination"], "any");
          const leads = readTarget(context, blueprint, target, [...at, "target"]);
          return cidr === null
            ? null
            : ({
                id: `${name}_${route}`,
                name: route,
                path: at,
                destination: cidr,
                target: leads,
              } satisfies TransitGatewayRoute);
        }),
      ),
      tags: written.tags,
    };
  });
}

/** The attachments that are made elsewhere, sorted by name. */
export function normaliseForeignTransitGatewayAttachments(
  context: Context,
  blueprint: Blueprint,
): readonly ForeignTransitGatewayAttachment[] {
  const tables = namesOf(blueprint.network.transitGatewayRouteTables);
  return sortedEntries(blueprint.network.foreignTransitGatewayAttachments).map(([name, written]) => {
    const path: Path = ["network", "foreignTransitGatewayAttachments", name];
    checkGateway(context, blueprint, written.transitGateway, path);
    checkNameIsFree(context, blueprint, name, path);
    return {
      name,
      path,
      attachmentId: written.id,
      transitGateway: written.transitGateway,
      association:
        written.association === undefined
          ? null
          : readTable(context, written.association, tables, [...path, "association"]),
      propagations: readPropagations(context, { name, path, written: written.propagations, tables }),
      acceptance: written.accept ? acceptanceOf(blueprint, written) : null,
    };
  });
}

/** What the gateway does by default, where it is known, is what the acceptance leaves as it is. */
function acceptanceOf(
  { network }: Blueprint,
  { transitGateway, association, defaultRouteTablePropagation }: WrittenForeignAttachment,
): TransitGatewayAcceptance {
  const gateway = network.transitGatewayAttachments[transitGateway]?.transitGateway.create;
  return {
    defaultRouteTableAssociation:
      association === undefined && gateway?.defaultRouteTableAssociation !== "disable",
    defaultRouteTablePropagation:
      defaultRouteTablePropagation && gateway?.defaultRouteTablePropagation !== "disable",
  };
}

/** The association of an attachment; an unknown table is reported. */
export function readAssociation(
  context: Context,
  written: WrittenAssociation,
  tables: readonly string[],
  path: Path,
): TransitGatewayAssociation {
  if (written.defaultRouteTable !== undefined) return { kind: "default" };
  if (written.none !== undefined) return { kind: "none" };
  return { kind: "table", table: readTable(context, written, tables, path) };
}

interface WrittenPropagations {
  /** Of the attachment. */
  readonly name: string;
  readonly path: Path;
  readonly written: Readonly<Record<string, TransitGatewayRouteTableChoice>>;
  readonly tables: readonly string[];
}

/** The tables that learn from an attachment, sorted by name; unknown ones are reported. */
export function readPropagations(
  context: Context,
  { name, path, written, tables }: WrittenPropagations,
): readonly TransitGatewayPropagation[] {
  return sortedEntries(written).map(([own, choice]) => {
    const at = [...path, "propagations", own];
    return { id: `${name}_${own}`, name: own, path: at, table: readTable(context, choice, tables, at) };
  });
}

/** A route table of a transit gateway; an unknown one is reported. */
export function readTable(
  context: Context,
  { routeTable, routeTableId }: TransitGatewayRouteTableChoice,
  tables: readonly string[],
  path: Path,
): TransitGatewayTableReference {
  if (routeTableId !== undefined) return { kind: "id", id: routeTableId };
  invariant(routeTable !== undefined, "a table without a choice passed the schema");
  checkReference(context, "transit gateway route table", routeTable, tables, [...path, "routeTable"]);
  return { kind: "own", name: routeTable };
}

function checkNameIsFree(context: Context, { network }: Blueprint, name: string, path: Path): void {
  if (!Object.hasOwn(network.transitGatewayAttachments, name)) return;
  report(
    context,
    "model/duplicate-attachment",
    path,
    `${JSON.stringify(name)} is an attachment of this VPC too`,
    "rename one of the two",
  );
}

function checkGateway(context: Context, { network }: Blueprint, name: string, path: Path): void {
  const known = namesOf(network.transitGatewayAttachments);
  checkReference(context, "transit gateway attachment", name, known, [...path, "transitGateway"]);
}

function readTarget(
  context: Context,
  { network }: Blueprint,
  { attachment, attachmentId, vpnConnection }: WrittenTarget,
  path: Path,
): TransitGatewayRouteTarget {
  if (attachmentId !== undefined) return { kind: "attachment-id", id: attachmentId };
  if (vpnConnection !== undefined) {
    const known = namesOf(network.vpnConnections);
    checkReference(context, "VPN connection", vpnConnection, known, [...path, "vpnConnection"]);
    return { kind: "vpn-connection", name: vpnConnection };
  }
  if (attachment === undefined) return { kind: "blackhole" };
  const own = namesOf(network.transitGatewayAttachments);
  const foreign = namesOf(network.foreignTransitGatewayAttachments);
  const all = [...own, ...foreign].sort();
  checkReference(context, "transit gateway attachment", attachment, all, [...path, "attachment"]);
  return { kind: own.includes(attachment) ? "attachment" : "foreign-attachment", name: attachment };
}
