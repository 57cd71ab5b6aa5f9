import { textOf, valueIn } from "../../base/untrusted-json.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What AWS makes with each VPC: the attribute that has its id, and the type that takes it over. */
const DEFAULTS = [
  { type: "aws_default_route_table", attribute: "default_route_table_id" },
  { type: "aws_default_network_acl", attribute: "default_network_acl_id" },
  { type: "aws_default_security_group", attribute: "default_security_group_id" },
] as const;

/** What AWS makes with a VPC. */
export type DefaultOfVpc = (typeof DEFAULTS)[number]["attribute"];

/**
 * The second ids of defaults: `aws_vpc.a.default_route_table_id` is `aws_default_route_table.a` where there is one, and
 * `aws_vpc.a.main_route_table_id` is it too, unless an association makes another table the main one.
 */
export function defaultAliases(reading: Reading): ReadonlyMap<string, string> {
  const aliases = new Map(DEFAULTS.flatMap((one) => takenOver(reading, one)));
  for (const { address } of reading.index.ofType(...referents.vpc.types)) {
    const table = `${address}.default_route_table_id`;
    aliases.set(`${address}.main_route_table_id`, aliases.get(table) ?? table);
  }
  for (const resource of reading.index.ofType("aws_main_route_table_association")) {
    const vpc = reading.one(resource, referents.vpc, "vpc_id");
    const table = reading.one(resource, referents.routeTable, "route_table_id");
    if (vpc.kind === "one" && table.kind === "one") {
      aliases.set(`${vpc.id}.main_route_table_id`, aliases.get(table.id) ?? table.id);
    }
  }
  for (const [id, alias] of [...transitAliases(reading), ...peeringAliases(reading)]) aliases.set(id, alias);
  return aliases;
}

function takenOver(
  reading: Reading,
  { type, attribute }: (typeof DEFAULTS)[number],
): readonly (readonly [string, string])[] {
  return reading.index.ofType(type).flatMap((resource) => {
    const vpc = vpcOfDefault(reading, resource);
    return vpc.kind === "one" ? [[`${vpc.id}.${attribute}`, resource.address] as const] : [];
  });
}

/** A transit gateway has one default table for both, unless somebody chose another. */
function transitAliases(reading: Reading): readonly (readonly [string, string])[] {
  return reading.index
    .ofType(...referents.transitGateway.types)
    .map(
      ({ address }) =>
        [
          `${address}.propagation_default_route_table_id`,
          `${address}.association_default_route_table_id`,
        ] as const,
    );
}

/** Of a connection that is asked for elsewhere, only the half that accepts it is here. */
function peeringAliases(reading: Reading): readonly (readonly [string, string])[] {
  return reading.index.ofType("aws_vpc_peering_connection_accepter").flatMap((resource) => {
    const connection = reading.one(resource, referents.peering, "vpc_peering_connection_id");
    const isElsewhere = connection.kind === "one" && !reading.index.byAddress.has(connection.id);
    return isElsewhere ? [[connection.id, resource.address] as const] : [];
  });
}

/** The VPC of what takes over one of its defaults. */
export function vpcOfDefault(reading: Reading, resource: TerraformResource): Reference {
  const own = textOf(valueIn(resource.values, "vpc_id"));
  if (own !== null && own !== "") return { kind: "one", id: reading.idOf(own, referents.vpc) };
  const attribute = DEFAULTS.find(({ type }) => type === resource.type)?.attribute;
  // A default security group names its VPC, and the default VPC when it names none.
  if (attribute === undefined || resource.type === "aws_default_security_group") {
    return reading.one(resource, referents.vpc, "vpc_id");
  }
  const id = textOf(valueIn(resource.values, attribute));
  const owner = reading.index
    .ofType(...referents.vpc.types)
    .find(({ values }) => id !== null && textOf(valueIn(values, attribute)) === id);
  if (owner !== undefined) return { kind: "one", id: owner.address };
  return reading.one(resource, referents.vpcByDefault, attribute);
}

/** The VPCs whose default of the kind nobody has taken over: it is as AWS has made it. */
export function untouchedDefaults(reading: Reading, attribute: DefaultOfVpc): readonly TerraformResource[] {
  const type = DEFAULTS.find((one) => one.attribute === attribute)?.type ?? "";
  const taken = reading.index.ofType(type).map((resource) => vpcOfDefault(reading, resource));
  const isTaken = (address: string) => taken.some((vpc) => vpc.kind === "one" && vpc.id === address);
  return reading.index
    .ofType(...referents.vpc.types)
    .filter(({ mode, address }) => mode === "managed" && !isTaken(address));
}

/** Says of what takes over a default of which VPC nobody can tell. */
export function leaveOutUnclear(reading: Reading): void {
  const why = "a default of a VPC: of which VPC, or which table, is known after apply";
  const leaveOut = (resource: TerraformResource, vpc: Reference) => {
    const isClosed = vpc.kind === "one-of" && vpc.isClosed;
    reading.leaveOut(resource, why, vpc.kind === "one" ? [vpc.id] : isClosed ? vpc.ids : []);
  };
  for (const resource of DEFAULTS.flatMap(({ type }) => reading.index.ofType(type))) {
    const vpc = vpcOfDefault(reading, resource);
    if (vpc.kind !== "one") leaveOut(resource, vpc);
  }
  for (const resource of reading.index.ofType("aws_main_route_table_association")) {
    const vpc = reading.one(resource, referents.vpc, "vpc_id");
    const table = reading.one(resource, referents.routeTable, "route_table_id");
    if (vpc.kind !== "one" || table.kind !== "one") leaveOut(resource, vpc);
  }
}
