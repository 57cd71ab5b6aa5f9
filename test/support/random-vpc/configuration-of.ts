import { at, isObject, listAt } from "../json.ts";
import { ASKED_OF_SERVICES } from "./asked-of-services.ts";

export type Values = Readonly<Record<string, unknown>>;

/** Ids that drawn networks name and do not have, as keys of what `outside/main.tf` puts out. */
const OUTSIDE: Readonly<Record<string, string>> = {
  "ami-0000000000000000a": "ami",
  "eni-0000000000000000a": "eni",
  "pcx-0000000000000000a": "pcx",
  "pl-0000000000000000a": "pl",
  "sg-0000000000000ffff": "sg",
  "tgw-0000000000000000a": "tgw",
  "tgw-0000000000000000b": "tgw2",
  "vgw-0000000000000000a": "vgw",
  "vpc-0bb": "vpc",
};

/**
 * The Terraform JSON of a module that makes the VPC of a drawn state. Ids become references, what only AWS can say is
 * left out, and what the network names but does not have is taken from `var.outside`. `number` keeps the names of an
 * account's VPCs apart.
 */
export function configurationOf(state: object, number: number): object {
  const drawn = listAt(state, "values", "root_module", "resources").map((one) => ({
    type: String(at(one, "type")),
    name: String(at(one, "name")),
    values: Object(at(one, "values")) as Values,
  }));
  const references = new Map(Object.entries(OUTSIDE).map(([id, key]) => [id, `\${var.outside.${key}}`]));
  for (const { type, name, values } of drawn)
    references.set(String(values["id"]), `\${${type}.${name}.${ATTRIBUTE[type] ?? "id"}}`);
  const groups = new Set(
    drawn.filter(({ type }) => type === "aws_db_subnet_group").map((one) => one.values["id"]),
  );
  const addresses = new Map(drawn.map(({ type, name, values }) => [values["id"], `${type}.${name}`]));
  const resource: Record<string, Record<string, unknown>> = {};
  for (const { type, name, values } of drawn) {
    const { id: _, ...own } = values;
    const asked = (ASKED[type] ?? same)(own, `drawn-${number}-${name}`, { number, groups, addresses });
    if (asked === null) continue;
    const made = { ...own, ...asked };
    resource[type] = { ...resource[type], [name]: referring(made, references) };
  }
  return { variable: { outside: { type: "any" } }, resource };
}

/** By what others name a resource, where it is not the id. */
const ATTRIBUTE: Readonly<Record<string, string>> = {
  aws_db_subnet_group: "name",
  aws_autoscaling_group: "name",
  aws_lb: "arn",
  aws_lb_target_group: "arn",
};

interface Drawn {
  readonly number: number;
  /** Names of the database subnet groups that it has. */
  readonly groups: ReadonlySet<unknown>;
  /** Such as `aws_lb.r5`, by the drawn ids. */
  readonly addresses: ReadonlyMap<unknown, string>;
}

export type Asked = (values: Values, name: string, drawn: Drawn) => Values | null;

const same: Asked = () => ({});

/** Where a configuration asks otherwise than a state tells; null is not asked for. */
const ASKED: Readonly<Record<string, Asked>> = {
  ...ASKED_OF_SERVICES,
  aws_vpc: ({ ipv6_cidr_block }) => ({
    main_route_table_id: null,
    ipv6_cidr_block: null,
    ipv6_association_id: null,
    assign_generated_ipv6_cidr_block: ipv6_cidr_block !== undefined,
  }),
  aws_subnet: ({ ipv6_cidr_block, availability_zone }) => ({
    ipv6_cidr_block: typeof ipv6_cidr_block === "string" ? sliceOf(ipv6_cidr_block) : null,
    // The emulator has no local zone.
    availability_zone: String(availability_zone).replace("-lhr-1", ""),
  }),
  aws_route_table: ({ route }) => ({ route: filled(route, ROUTE) }),
  aws_default_route_table: ({ route }) => ({
    vpc_id: null,
    default_route_table_id: "${aws_vpc.r0.default_route_table_id}",
    route: filled(route, DEFAULT_ROUTE),
  }),
  aws_network_acl: ({ ingress }) => ({ ingress: filled(ingress, ENTRY) }),
  aws_security_group: ({ name, ingress }, own) => ({
    name: `${String(name).replace("Größe", "Groesse")} ${own}`,
    ...(ingress === undefined ? {} : { ingress: filled(ingress, RULE) }),
  }),
  aws_vpc_security_group_ingress_rule: ruleAsked,
  aws_vpc_security_group_egress_rule: ruleAsked,
  aws_ec2_managed_prefix_list: (_, name) => ({ name, max_entries: 1 }),
  aws_eip: ({ instance }) => ({ association_id: null, ...(instance === undefined ? {} : { instance }) }),
  aws_db_subnet_group: (_, name) => ({ name }),
  aws_db_instance: ({ db_subnet_group_name }, name, { groups }) => ({
    identifier: name,
    password: "not-a-secret",
    skip_final_snapshot: true,
    ...(groups.has(db_subnet_group_name) ? {} : { db_subnet_group_name: "${var.outside.dbSubnetGroup}" }),
  }),
  aws_efs_mount_target: (_, __, { number }) => ({ file_system_id: `\${var.outside.efs[${number}]}` }),
  aws_elasticache_subnet_group: (_, name) => ({ name }),
};

/** A rule for all protocols has no ports. */
function ruleAsked({ ip_protocol }: Values): Values {
  return ip_protocol === "-1" ? { from_port: null, to_port: null } : {};
}

/** The /64 of the VPC's block that AWS gives: a drawn one is `2001:db8:0:42xx::/64`. */
function sliceOf(block: string): string {
  const number = Number.parseInt(/:42([0-9a-f]{2})::/.exec(block)?.[1] ?? "", 16);
  return `\${cidrsubnet(aws_vpc.r0.ipv6_cidr_block, 8, ${number})}`;
}

const DEFAULT_ROUTE = [
  ...[
    "cidr_block",
    "ipv6_cidr_block",
    "destination_prefix_list_id",
    "core_network_arn",
    "egress_only_gateway_id",
  ],
  ...["gateway_id", "instance_id", "nat_gateway_id", "network_interface_id", "transit_gateway_id"],
  ...["vpc_endpoint_id", "vpc_peering_connection_id"],
];
const ROUTE = [
  ...DEFAULT_ROUTE.filter((key) => key !== "instance_id"),
  ...["carrier_gateway_id", "local_gateway_id"],
];
const ENTRY = [
  ...[
    "action",
    "cidr_block",
    "from_port",
    "icmp_code",
    "icmp_type",
    "ipv6_cidr_block",
    "protocol",
    "rule_no",
  ],
  "to_port",
];
const RULE = [
  ...["cidr_blocks", "description", "from_port", "ipv6_cidr_blocks", "prefix_list_ids", "protocol"],
  ...["security_groups", "self", "to_port"],
];

/** Blocks that are attributes have all their keys. */
function filled(blocks: unknown, keys: readonly string[]): readonly Values[] {
  const list: readonly unknown[] = Array.isArray(blocks) ? blocks : [];
  return list.map((block) => Object.fromEntries(keys.map((key) => [key, at(block, key) ?? null])));
}

function referring(value: unknown, references: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return references.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => referring(one, references));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, referring(one, references)]));
}
