import type {
  Answer,
  Gateway,
  TransitAttachment,
  TransitPeering,
  TransitTable,
} from "../topology/topology.ts";
import type { Value } from "./fields.ts";
import { groupBy } from "./group-by.ts";
import { placeOf } from "./place-of.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";
import { transitPeerings } from "./transit-peerings.ts";
import { transitRoutes, transitTables } from "./transit-tables.ts";

const OTHER_ATTACHMENTS = [
  "aws_ec2_transit_gateway_connect",
  "aws_ec2_transit_gateway_prefix_list_reference",
  "aws_ec2_transit_gateway_policy_table",
];

/** The transit gateways of a document with their attachments to VPCs and their route tables. */
export function readTransitGateways(reading: Reading): readonly Gateway[] {
  const attachments = reading.index.ofType("aws_ec2_transit_gateway_vpc_attachment").flatMap((resource) => {
    const gateway = reading.one(resource, referents.transitGateway, "transit_gateway_id");
    const attachment = attachmentOf(reading, resource);
    if (gateway.kind === "one" && attachment !== null) return [{ gateway: gateway.id, attachment, resource }];
    reading.leaveOut(resource, "an attachment to a transit gateway: of what is known after apply", []);
    return [];
  });
  leaveOutOthers(reading);
  const made = reading.index
    .ofType(...referents.transitGateway.types)
    .filter(({ mode }) => mode === "managed");
  const parts = {
    routes: transitRoutes(reading),
    tables: transitTables(reading),
    associated: associations(reading, "aws_ec2_transit_gateway_route_table_association"),
    propagated: associations(reading, "aws_ec2_transit_gateway_route_table_propagation"),
    peerings: transitPeerings(reading),
  };
  const groups = groupBy(attachments, ({ gateway }) => gateway);
  const known = new Set(made.map(({ address }) => address));
  const outside = [...groups].filter(([id]) => !known.has(id));
  return [
    ...made.map((resource) => transitGateway(reading, resource, groups.get(resource.address) ?? [], parts)),
    ...outside.map(([id, own]): Gateway => {
      const place = own[0]?.attachment.place ?? { kind: "terraform", address: id };
      const list = own.map(({ attachment }) => attachment);
      return { id, place, kind: "transit-gateway", attachments: list, peerings: [], tables: null };
    }),
  ];
}

interface TransitParts {
  readonly routes: ReturnType<typeof transitRoutes>;
  readonly tables: ReturnType<typeof transitTables>;
  readonly associated: Associations;
  readonly propagated: Associations;
  readonly peerings: readonly TransitPeering[];
}

function transitGateway(
  reading: Reading,
  resource: TerraformResource,
  attached: readonly Attached[],
  { routes, tables, associated, propagated, peerings }: TransitParts,
): Gateway {
  const attachments = attached.map(({ attachment, resource: own }) => ({
    ...attachment,
    associatedWith: associatedWith(reading, resource, own, associated),
  }));
  const own = tables.filter(({ gateway }) => gateway === resource.address);
  const list = [defaultTable(resource), ...own.map(({ table }) => table)].map((table): TransitTable => {
    const inTable = routes.filter((route) => route.table === table);
    return {
      id: table,
      routes: inTable.map(({ destination, target }) => ({ destination, target })),
      propagatedBy: propagators(reading, resource, table, attached, propagated),
    };
  });
  return {
    id: resource.address,
    place: placeOf(resource),
    kind: "transit-gateway",
    attachments,
    peerings,
    tables: list,
  };
}

type Attached = { readonly attachment: TransitAttachment; readonly resource: TerraformResource };

function attachmentOf(reading: Reading, resource: TerraformResource): TransitAttachment | null {
  const vpc = reading.one(resource, referents.vpc, "vpc_id");
  const subnets = reading.many(resource, referents.subnet, "subnet_ids");
  if (vpc.kind !== "one") return null;
  if (!subnets.isClosed)
    reading.leaveOut(resource, "in which subnets it stands is known after apply", [resource.address, vpc.id]);
  const fields = reading.fields(resource);
  return {
    id: resource.address,
    place: placeOf(resource),
    vpc: vpc.id,
    subnets: subnets.ids,
    ipv6: enabled(fields.text("ipv6_support"), "no"),
    applianceMode: enabled(fields.text("appliance_mode_support"), "no"),
    associatedWith: null,
  };
}

function enabled(value: Value<string>, whenNone: Answer): Answer {
  if (value.kind === "unknown") return "unknown";
  if (value.kind === "none") return whenNone;
  return value.value === "enable" ? "yes" : "no";
}

function defaultTable({ address }: TerraformResource): string {
  return `${address}.association_default_route_table_id`;
}

type Associations = readonly { readonly attachment: Reference; readonly table: Reference }[];

function associations(reading: Reading, type: string): Associations {
  return reading.index.ofType(type).map((resource) => {
    const attachment = reading.one(resource, referents.transitAttachment, "transit_gateway_attachment_id");
    const table = reading.one(resource, referents.transitTable, "transit_gateway_route_table_id");
    if (attachment.kind !== "one" || table.kind !== "one") {
      const touches = [attachment, table].flatMap((one) => (one.kind === "one" ? [one.id] : []));
      reading.leaveOut(resource, "of which attachment, or with which table, is known after apply", touches);
    }
    return { attachment, table };
  });
}

function associatedWith(
  reading: Reading,
  gateway: TerraformResource,
  attachment: TerraformResource,
  associated: Associations,
): string | null {
  const own = associated.find(
    (one) => one.attachment.kind === "one" && one.attachment.id === attachment.address,
  );
  if (own !== undefined) return own.table.kind === "one" ? own.table.id : null;
  return isDefault(reading, gateway, attachment, "association") ? defaultTable(gateway) : null;
}

/** Both the transit gateway and the attachment must have it on, which they have unless it is written. */
function isDefault(
  reading: Reading,
  gateway: TerraformResource,
  attachment: TerraformResource,
  what: "association" | "propagation",
): boolean {
  const onGateway = enabled(reading.fields(gateway).text(`default_route_table_${what}`), "yes");
  const flag = reading.fields(attachment).flag(`transit_gateway_default_route_table_${what}`);
  return onGateway === "yes" && (flag.kind === "none" || (flag.kind === "known" && flag.value));
}

function propagators(
  reading: Reading,
  gateway: TerraformResource,
  table: string,
  attachments: readonly Attached[],
  propagated: Associations,
): readonly string[] {
  const written = propagated.flatMap((one) =>
    one.table.kind === "one" && one.table.id === table && one.attachment.kind === "one"
      ? [one.attachment.id]
      : [],
  );
  const byDefault = attachments.filter(
    ({ resource }) => table === defaultTable(gateway) && isDefault(reading, gateway, resource, "propagation"),
  );
  return [...new Set([...written, ...byDefault.map(({ resource }) => resource.address)])].sort();
}

function leaveOutOthers(reading: Reading): void {
  for (const resource of reading.index.ofType(...OTHER_ATTACHMENTS)) {
    const gateway = reading.one(resource, referents.transitGateway, "transit_gateway_id");
    const table = reading.one(resource, referents.transitTable, "transit_gateway_route_table_id");
    const touches = [gateway, table].flatMap((one) => (one.kind === "one" ? [one.id] : []));
    reading.leaveOut(resource, "what a transit gateway leads to beside VPCs is not followed", touches);
  }
}
