import { isRecord } from "../../base/untrusted-json.ts";
import { type Values, valuesIn } from "../state/values.ts";

/** Types of the provider that are one kind of thing in AWS: `aws_default_route_table` is a route table. */
const KIND: Readonly<Record<string, string>> = {
  aws_default_vpc: "aws_vpc",
  aws_default_subnet: "aws_subnet",
  aws_default_route_table: "aws_route_table",
  aws_default_network_acl: "aws_network_acl",
  aws_default_security_group: "aws_security_group",
  aws_alb: "aws_lb",
  aws_alb_listener: "aws_lb_listener",
  aws_alb_listener_rule: "aws_lb_listener_rule",
  aws_alb_target_group: "aws_lb_target_group",
  aws_alb_target_group_attachment: "aws_lb_target_group_attachment",
  aws_security_group_rule: "security group rule",
  aws_vpc_security_group_ingress_rule: "security group rule",
  aws_vpc_security_group_egress_rule: "security group rule",
};

/** Types of which `terraform import` takes no id, or another one than the state has, and how it is put together. */
const IDS: Readonly<Record<string, (values: Values) => readonly (string | null)[]>> = {
  aws_route: (values) => [join("_", values.text("route_table_id"), destinationOf(values))],
  aws_route_table_association: (values) => [
    join("/", values.text("subnet_id") ?? values.text("gateway_id"), values.text("route_table_id")),
  ],
  aws_network_acl_rule: (values) => [
    join(":", values.text("network_acl_id"), values.number("rule_number"), values.flag("egress")),
  ],
  aws_security_group_rule: (values) => [values.text("security_group_rule_id")],
  aws_lb_target_group_attachment: (values) => [
    join(":", values.text("target_group_arn"), values.text("target_id"), values.number("port") ?? 0),
  ],
  aws_db_instance: (values) => [values.text("identifier")],
};

/** The kind of thing that a resource type stands for. */
export function kindOf(type: string): string {
  return KIND[type] ?? type;
}

/** What tells one thing in AWS from all others, whatever resource manages it; empty where the values do not say. */
export function identitiesOf(type: string, json: unknown): readonly string[] {
  if (!isRecord(json)) return [];
  const values = valuesIn(json);
  const kind = kindOf(type);
  const own = IDS[type] ?? IDS[kind];
  const ids = own === undefined ? [values.text("id"), values.text("arn")] : own(values);
  return [...new Set(ids.flatMap((id) => (id === null ? [] : [`${kind} ${id}`])))];
}

/** The same of an entry of `existing.import`, whose id is the one that `terraform import` takes. */
export function identityOfImport(type: string, id: string): string {
  // The protocol, which a state may have as a word, does not tell two entries apart.
  const plain = type === "aws_network_acl_rule" ? id.replace(/^([^:]+:[^:]+):[^:]*:/, "$1:") : id;
  return `${kindOf(type)} ${plain}`;
}

function destinationOf(values: Values): string | null {
  return (
    values.text("destination_cidr_block") ??
    values.text("destination_ipv6_cidr_block") ??
    values.text("destination_prefix_list_id")
  );
}

function join(separator: string, ...parts: readonly (string | number | boolean | null)[]): string | null {
  return parts.includes(null) ? null : parts.join(separator);
}
