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
  aws_db_instance: inSection("rds", "instances"),
  aws_db_subnet_group: inSection("rds", "subnetGroups"),
};

/** Where the blueprint writes what is at the Terraform address; null for what has no entry of its own, such as gateways. */
export function placeOf(address: string): readonly string[] | null {
  const [first = "", ...others] = address.slice(resourceTypeOf(address).length + 1).split("_");
  return PLACES[resourceTypeOf(address)]?.([first, ...others]) ?? null;
}
