/** Arguments of a resource. */
type Body = Readonly<Record<string, unknown>>;
/** Resources by type and id, as Terraform JSON has them. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Body>>>>;

const VPC = { vpc_id: "${aws_vpc.main.id}" };
const EVERYWHERE = { ipv4: { cidr_ipv4: "0.0.0.0/0" }, ipv6: { cidr_ipv6: "::/0" } };

/**
 * A small stack, written by hand so that nothing of Hextet stands between it and the laboratory: a dual-stack VPC with
 * an instance in each of three subnets (`open` lets everything in and out), and what `more` adds or replaces.
 */
export function labStack(more: Resources = {}): { readonly resource: Resources } {
  const base: Resources = {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16", assign_generated_ipv6_cidr_block: true } },
    aws_subnet: { a: subnet(1), b: subnet(2), c: subnet(3) },
    aws_route_table: { a: VPC, b: VPC, c: VPC },
    aws_route_table_association: { a: association("a"), b: association("b"), c: association("c") },
    aws_security_group: { open: VPC, closed: VPC },
    aws_vpc_security_group_ingress_rule: {
      open_ipv4: { ...EVERYWHERE.ipv4, ...all("open") },
      open_ipv6: { ...EVERYWHERE.ipv6, ...all("open") },
    },
    aws_vpc_security_group_egress_rule: {
      open_ipv4: { ...EVERYWHERE.ipv4, ...all("open") },
      open_ipv6: { ...EVERYWHERE.ipv6, ...all("open") },
      closed_ipv4: { ...EVERYWHERE.ipv4, ...all("closed") },
      closed_ipv6: { ...EVERYWHERE.ipv6, ...all("closed") },
    },
    aws_instance: { a: instance("a"), b: instance("b"), c: instance("c") },
  };
  const types = new Set([...Object.keys(base), ...Object.keys(more)]);
  return { resource: Object.fromEntries([...types].map((type) => [type, { ...base[type], ...more[type] }])) };
}

/** An instance in a subnet, with the security group `open` unless told. */
export function instance(subnetId: string, more: Body = {}): Body {
  const groups = { vpc_security_group_ids: ["${aws_security_group.open.id}"] };
  return { subnet_id: `\${aws_subnet.${subnetId}.id}`, ...groups, ...more };
}

/** A dual-stack subnet of that number. */
export function subnet(number: number, more: Body = {}): Body {
  return {
    ...VPC,
    availability_zone: "eu-west-1a",
    cidr_block: `10.0.${number}.0/24`,
    ipv6_cidr_block: `\${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, ${number})}`,
    assign_ipv6_address_on_creation: true,
    ...more,
  };
}

/** A route of the table of a subnet, by the argument that names its target. */
export function route(table: string, destination: string, target: Body): Body {
  const key = destination.includes(":") ? "destination_ipv6_cidr_block" : "destination_cidr_block";
  return { route_table_id: `\${aws_route_table.${table}.id}`, [key]: destination, ...target };
}

/** Something that belongs to the VPC. */
export function inVpc(more: Body = {}): Body {
  return { ...VPC, ...more };
}

/** A network ACL's rule. */
export function aclRule(number: number, egress: boolean, more: Body): Body {
  const base = { network_acl_id: "${aws_network_acl.tight.id}", rule_action: "allow", protocol: "-1" };
  return { ...base, rule_number: number, egress, ...more };
}

function association(id: string): Body {
  return { subnet_id: `\${aws_subnet.${id}.id}`, route_table_id: `\${aws_route_table.${id}.id}` };
}

function all(group: string): Body {
  return { security_group_id: `\${aws_security_group.${group}.id}`, ip_protocol: "-1" };
}
