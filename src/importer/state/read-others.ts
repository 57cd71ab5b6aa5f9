import { isRecord } from "../../base/untrusted-json.ts";
import { sayDnsServers } from "../dns-servers.ts";
import type { Unplaced } from "../types/inventory.ts";
import { LINK_TYPES } from "./read-links.ts";
import type { StateResource, StateResources } from "./resources.ts";

/** Types that the readers look at, or that say nothing a reader has not heard from another resource. */
const READ = new Set([
  "aws_vpc",
  "aws_default_vpc",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
  "aws_subnet",
  "aws_default_subnet",
  "aws_route_table",
  "aws_default_route_table",
  "aws_main_route_table_association",
  "aws_route_table_association",
  "aws_route",
  "aws_internet_gateway",
  "aws_internet_gateway_attachment",
  "aws_egress_only_internet_gateway",
  "aws_nat_gateway",
  "aws_eip",
  "aws_eip_association",
  "aws_network_acl",
  "aws_default_network_acl",
  "aws_network_acl_rule",
  "aws_network_acl_association",
  "aws_security_group",
  "aws_default_security_group",
  "aws_security_group_rule",
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_instance",
  "aws_network_interface_attachment",
  "aws_autoscaling_group",
  "aws_autoscaling_attachment",
  "aws_autoscaling_traffic_source_attachment",
  "aws_launch_template",
  "aws_lb",
  "aws_alb",
  "aws_lb_listener",
  "aws_alb_listener",
  "aws_lb_listener_rule",
  "aws_alb_listener_rule",
  "aws_lb_listener_certificate",
  "aws_alb_listener_certificate",
  "aws_lb_target_group",
  "aws_alb_target_group",
  "aws_lb_target_group_attachment",
  "aws_alb_target_group_attachment",
  "aws_db_subnet_group",
  "aws_db_instance",
  "aws_rds_cluster_instance",
  "aws_vpc_dhcp_options_association",
  "aws_vpc_endpoint",
  "aws_vpc_endpoint_route_table_association",
  "aws_vpc_endpoint_security_group_association",
  "aws_vpc_endpoint_subnet_association",
  "aws_vpn_gateway_route_propagation",
]);
/** Types of which the readers take some. */
const PARTLY_READ = [...LINK_TYPES, "aws_flow_log"];

/** Resources of other types that name something of the VPC or are `theirs` otherwise, and all that cannot be read for want of an id. */
export function readOthers(
  resources: StateResources,
  ids: ReadonlySet<string>,
  theirs: (resource: StateResource) => boolean,
): readonly Unplaced[] {
  const isTaken = ({ type, id }: StateResource) => PARTLY_READ.includes(type) && ids.has(id);
  const others = resources.all.filter(
    (one) => !READ.has(one.type) && !isTaken(one) && (names(one.raw, ids) || theirs(one)),
  );
  const unread = resources.withoutId.filter(({ type, raw }) => READ.has(type) || names(raw, ids));
  return [
    ...others.map(({ type, id, address }) => ({ kind: type, id, detail: address })),
    ...unread.map(({ type, address }) => ({
      kind: type,
      id: address,
      detail: "its id is none that AWS gives",
    })),
  ];
}

/** The VPC's DHCP options, which stay as they are; none where they are the account's own, with Amazon's DNS servers. */
export function readDhcpOptions(
  resources: StateResources,
  dhcpOptionsId: string | null,
): readonly Unplaced[] {
  if (dhcpOptionsId === null || dhcpOptionsId === "default") return [];
  const options = resources
    .of("aws_vpc_dhcp_options", "aws_default_vpc_dhcp_options")
    .find(({ id }) => id === dhcpOptionsId);
  const ofAmazon = options?.type === "aws_vpc_dhcp_options" ? "they stay as they are" : null;
  const detail =
    options === undefined
      ? "the state does not hold them: DNS servers other than Amazon's have to answer AAAA"
      : (sayDnsServers(options.values.texts("domain_name_servers")) ?? ofAmazon);
  return detail === null ? [] : [{ kind: "DHCP options", id: dhcpOptionsId, detail }];
}

/** True when a value of any depth is one of the ids. */
export function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  if (Array.isArray(value)) return value.some((one) => names(one, ids));
  return isRecord(value) && Object.values(value).some((one) => names(one, ids));
}
