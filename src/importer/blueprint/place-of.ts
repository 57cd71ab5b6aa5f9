import { resourceTypeOf } from "../../model/migration/terraform-address.ts";

type Names = readonly [string, ...string[]];
type PlaceOf = (names: Names) => readonly string[];

const inNetwork =
  (section: string): PlaceOf =>
  ([name]) => ["network", section, name];
const inSection =
  (...section: readonly string[]): PlaceOf =>
  ([name]) => [...section, name];
const ruleOf =
  (direction: string): PlaceOf =>
  ([group, rule = ""]) => ["network", "securityGroups", group, direction, rule];
const ofTier = inNetwork("subnets");

/** Sections by the types of the resources that `hextet import` writes in them; the names are the parts of the logical id. */
const PLACES: Readonly<Record<string, PlaceOf>> = {
  aws_vpc_ipv4_cidr_block_association: inSection("network", "vpc", "additionalIpv4Cidrs"),
  aws_subnet: ofTier,
  aws_route_table: ofTier,
  aws_route_table_association: ofTier,
  aws_route: (names) => ["network", "routes", names[0], names.at(-1) ?? ""],
  aws_nat_gateway: inNetwork("natGateways"),
  aws_network_acl: inNetwork("networkAcls"),
  aws_network_acl_rule: ([acl, direction = "", entry = ""]) => [
    "network",
    "networkAcls",
    acl,
    direction,
    entry,
  ],
  aws_security_group: inNetwork("securityGroups"),
  aws_vpc_security_group_ingress_rule: ruleOf("ingress"),
  aws_vpc_security_group_egress_rule: ruleOf("egress"),
  aws_vpc_endpoint: inNetwork("vpcEndpoints"),
  aws_instance: inSection("compute", "instances"),
  aws_eip: ([name, of]) =>
    of === "instance" ? ["compute", "instances", name] : ["network", "natGateways", name],
  aws_eip_association: inSection("compute", "instances"),
  aws_lb: inSection("loadBalancers"),
  aws_lb_listener: ([balancer, listener = ""]) => ["loadBalancers", balancer, "listeners", listener],
  aws_lb_target_group: inSection("targetGroups"),
  aws_lb_listener_rule: ([balancer, listener = "", rule = ""]) => [
    ...["loadBalancers", balancer, "listeners", listener],
    ...["rules", rule],
  ],
  aws_autoscaling_group: inSection("compute", "autoScalingGroups"),
  aws_launch_template: inSection("compute", "launchTemplates"),
  aws_flow_log: inNetwork("flowLogs"),
  aws_vpc_peering_connection: inNetwork("vpcPeeringConnections"),
  aws_ec2_transit_gateway_vpc_attachment: inNetwork("transitGatewayAttachments"),
  aws_vpn_gateway: inNetwork("virtualPrivateGateways"),
  aws_customer_gateway: inNetwork("customerGateways"),
  aws_vpn_connection: inNetwork("vpnConnections"),
  aws_db_instance: inSection("rds", "instances"),
  aws_db_subnet_group: inSection("rds", "subnetGroups"),
};

/** Where the blueprint writes what is at the Terraform address; null for what has no entry of its own, such as gateways. */
export function placeOf(address: string): readonly string[] | null {
  const [first = "", ...others] = address.slice(resourceTypeOf(address).length + 1).split("_");
  return PLACES[resourceTypeOf(address)]?.([first, ...others]) ?? null;
}
