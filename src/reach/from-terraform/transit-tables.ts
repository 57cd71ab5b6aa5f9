import type { Block } from "../topology/block.ts";
import { knownBlock } from "./blocks.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The route tables of transit gateways that are resources of their own. */
export function transitTables(reading: Reading) {
  return reading.index.ofType(...referents.transitTable.types).flatMap((resource) => {
    const gateway = reading.one(resource, referents.transitGateway, "transit_gateway_id");
    if (gateway.kind === "one") return [{ gateway: gateway.id, table: resource.address }];
    reading.leaveOut(resource, "a table of a transit gateway: of which is known after apply", []);
    return [];
  });
}

/** The static routes in tables of transit gateways. */
export function transitRoutes(reading: Reading) {
  const routes = reading.index.ofType("aws_ec2_transit_gateway_route");
  return routes.map((resource) => routeOf(reading, resource)).filter((route) => route !== null);
}

function routeOf(
  reading: Reading,
  resource: TerraformResource,
): { table: string; destination: Block; target: string } | null {
  const fields = reading.fields(resource);
  const table = reading.one(resource, referents.transitTable, "transit_gateway_route_table_id");
  const attachment = reading.one(resource, referents.transitAttachment, "transit_gateway_attachment_id");
  const text = fields.text("destination_cidr_block");
  const destination = text.kind === "known" ? knownBlock(text.value) : null;
  const blackhole = fields.flag("blackhole");
  const isDropped = blackhole.kind === "known" && blackhole.value;
  const target = isDropped ? "blackhole" : attachment.kind === "one" ? attachment.id : null;
  if (table.kind === "one" && destination !== null && target !== null)
    return { table: table.id, destination, target };
  const touches =
    table.kind === "one" ? [table.id] : table.kind === "one-of" && table.isClosed ? table.ids : [];
  reading.leaveOut(resource, "a route of a transit gateway: where it goes is known after apply", touches);
  return null;
}
