import type { Unplaced } from "../types/inventory.ts";
import { names } from "./read-others.ts";
import type { StateResource, StateResources } from "./resources.ts";

/** What an inventory holds under an id of its own, and the attribute that has the id where it is not `id`. */
const WHOLE: Readonly<Record<string, string>> = {
  aws_subnet: "id",
  aws_default_subnet: "id",
  aws_route_table: "id",
  aws_default_route_table: "id",
  aws_internet_gateway: "id",
  aws_egress_only_internet_gateway: "id",
  aws_nat_gateway: "id",
  aws_network_acl: "id",
  aws_default_network_acl: "id",
  aws_security_group: "id",
  aws_default_security_group: "id",
  aws_instance: "id",
  aws_autoscaling_group: "id",
  aws_launch_template: "id",
  aws_lb: "id",
  aws_alb: "id",
  aws_lb_target_group: "id",
  aws_alb_target_group: "id",
  aws_db_subnet_group: "id",
  aws_db_instance: "identifier",
  aws_rds_cluster_instance: "identifier",
  aws_vpc_endpoint: "id",
};

/** What is a part of something else, and the attribute that names the whole. */
const PARTS: Readonly<Record<string, string>> = {
  aws_route: "route_table_id",
  aws_route_table_association: "route_table_id",
  aws_main_route_table_association: "route_table_id",
  aws_network_acl_rule: "network_acl_id",
  aws_network_acl_association: "network_acl_id",
  aws_security_group_rule: "security_group_id",
  aws_vpc_security_group_ingress_rule: "security_group_id",
  aws_vpc_security_group_egress_rule: "security_group_id",
  aws_vpc_endpoint_route_table_association: "vpc_endpoint_id",
  aws_vpc_endpoint_security_group_association: "vpc_endpoint_id",
  aws_vpc_endpoint_subnet_association: "vpc_endpoint_id",
  aws_vpn_gateway_route_propagation: "route_table_id",
  aws_lb_listener: "load_balancer_arn",
  aws_alb_listener: "load_balancer_arn",
  aws_lb_listener_rule: "listener_arn",
  aws_alb_listener_rule: "listener_arn",
  aws_lb_listener_certificate: "listener_arn",
  aws_alb_listener_certificate: "listener_arn",
  aws_lb_target_group_attachment: "target_group_arn",
  aws_alb_target_group_attachment: "target_group_arn",
  aws_autoscaling_attachment: "autoscaling_group_name",
  aws_autoscaling_traffic_source_attachment: "autoscaling_group_name",
};

/**
 * Resources that name something of the VPC and that no reader has taken: what they stand in, or are a part of, is not in
 * this state. `ids` are those of what was read, `wholes` these and those of its parts that have parts.
 */
export function findStrays(
  resources: StateResources,
  ids: ReadonlySet<string>,
  wholes: ReadonlySet<string>,
): readonly Unplaced[] {
  return resources.all.filter(({ raw }) => names(raw, ids)).flatMap((one) => strayOf(one, wholes));
}

function strayOf(
  { type, id, address, values }: StateResource,
  wholes: ReadonlySet<string>,
): readonly Unplaced[] {
  const own = WHOLE[type];
  if (own !== undefined && !wholes.has(values.text(own) ?? id) && !wholes.has(id))
    return [
      { kind: type, id, detail: `${address}: what it stands in, or its route table, is not in this state` },
    ];
  const part = PARTS[type];
  if (part === undefined) return [];
  const whole = values.text(part);
  if (whole === null || wholes.has(whole)) return [];
  return [{ kind: type, id, detail: `${address}: of ${whole}, which is not in this state` }];
}
