/** A kind of thing that arguments refer to by its id. */
export interface Referent {
  readonly types: readonly string[];
  /** The attributes that say which one it is. */
  readonly identity: readonly string[];
  /** Attributes of other types that name one that AWS has made with them; the id is `<address>.<attribute>`. */
  readonly madeWith: readonly { readonly type: string; readonly attribute: string }[];
  /** What AWS's own ids of it begin with; null: it is known by a name or an ARN. */
  readonly prefix: string | null;
}

const ID = ["id"];

function referent(types: readonly string[], prefix: string | null, more: Partial<Referent> = {}): Referent {
  return { types, identity: ID, madeWith: [], prefix, ...more };
}

const ofVpc = (...attributes: readonly string[]) =>
  ["aws_vpc", "aws_default_vpc"].flatMap((type) => attributes.map((attribute) => ({ type, attribute })));

/** What arguments of networks refer to. */
export const referents = {
  vpc: referent(["aws_vpc", "aws_default_vpc"], "vpc-"),
  /** A VPC by the id of what AWS makes with it. */
  vpcByDefault: referent(["aws_vpc", "aws_default_vpc"], null, {
    identity: [
      "default_route_table_id",
      "main_route_table_id",
      "default_network_acl_id",
      "default_security_group_id",
    ],
  }),
  /** An IPv6 block of a VPC, by the resource that brings it. */
  ipv6Block: referent(["aws_vpc", "aws_default_vpc", "aws_vpc_ipv6_cidr_block_association"], null, {
    identity: ["ipv6_cidr_block"],
  }),
  subnet: referent(["aws_subnet", "aws_default_subnet"], "subnet-"),
  /** A subnet by its IPv6 block. */
  subnetIpv6: referent(["aws_subnet", "aws_default_subnet"], null, { identity: ["ipv6_cidr_block"] }),
  routeTable: referent(["aws_route_table", "aws_default_route_table"], "rtb-", {
    madeWith: ofVpc("main_route_table_id", "default_route_table_id"),
  }),
  networkAcl: referent(["aws_network_acl", "aws_default_network_acl"], "acl-", {
    madeWith: ofVpc("default_network_acl_id"),
  }),
  securityGroup: referent(["aws_security_group", "aws_default_security_group"], "sg-", {
    madeWith: [
      ...ofVpc("default_security_group_id"),
      { type: "aws_eks_cluster", attribute: "vpc_config" },
      { type: "aws_directory_service_directory", attribute: "security_group_id" },
    ],
  }),
  prefixList: referent(["aws_ec2_managed_prefix_list", "aws_prefix_list"], "pl-", {
    madeWith: [{ type: "aws_vpc_endpoint", attribute: "prefix_list_id" }],
  }),
  /** What `gateway_id` of a route may be. */
  gateway: referent(["aws_internet_gateway", "aws_vpn_gateway"], null),
  internetGateway: referent(["aws_internet_gateway"], "igw-"),
  vpnGateway: referent(["aws_vpn_gateway"], "vgw-"),
  egressOnlyInternetGateway: referent(["aws_egress_only_internet_gateway"], "eigw-"),
  natGateway: referent(["aws_nat_gateway"], "nat-"),
  resolverRule: referent(["aws_route53_resolver_rule"], "rslvr-rr-"),
  vpcEndpoint: referent(["aws_vpc_endpoint"], "vpce-", {
    madeWith: [{ type: "aws_networkfirewall_firewall", attribute: "firewall_status" }],
  }),
  firewallPolicy: referent(["aws_networkfirewall_firewall_policy"], null, { identity: ["id", "arn"] }),
  peering: referent(["aws_vpc_peering_connection"], "pcx-"),
  transitGateway: referent(["aws_ec2_transit_gateway"], "tgw-"),
  transitAttachment: referent(
    ["aws_ec2_transit_gateway_vpc_attachment", "aws_ec2_transit_gateway_peering_attachment"],
    "tgw-attach-",
  ),
  transitTable: referent(["aws_ec2_transit_gateway_route_table"], "tgw-rtb-", {
    madeWith: ["association_default_route_table_id", "propagation_default_route_table_id"].map(
      (attribute) => ({ type: "aws_ec2_transit_gateway", attribute }),
    ),
  }),
  networkInterface: referent(["aws_network_interface"], "eni-", {
    madeWith: [{ type: "aws_instance", attribute: "primary_network_interface_id" }],
  }),
  instance: referent(["aws_instance"], "i-"),
  launchTemplate: referent(["aws_launch_template"], "lt-", { identity: ["id", "name"] }),
  launchConfiguration: referent(["aws_launch_configuration"], null, { identity: ["id", "name"] }),
  loadBalancer: referent(["aws_lb", "aws_alb"], null, { identity: ["id", "arn"] }),
  /** A load balancer by its name in DNS. */
  loadBalancerName: referent(["aws_lb", "aws_alb"], null, { identity: ["dns_name"] }),
  autoScalingGroup: referent(["aws_autoscaling_group"], null, { identity: ["id", "name"] }),
  taskDefinition: referent(["aws_ecs_task_definition"], null, { identity: ["id", "arn", "family"] }),
  dbSubnetGroup: referent(["aws_db_subnet_group"], null, { identity: ["id", "name"] }),
  cacheSubnetGroup: referent(["aws_elasticache_subnet_group"], null, { identity: ["id", "name"] }),
  rdsCluster: referent(["aws_rds_cluster"], null, { identity: ["id", "cluster_identifier"] }),
  dhcpOptions: referent(["aws_vpc_dhcp_options", "aws_default_vpc_dhcp_options"], "dopt-"),
  hostedZone: referent(["aws_route53_zone"], null, { identity: ["id", "zone_id"] }),
  eksCluster: referent(["aws_eks_cluster"], null, { identity: ["id", "name"] }),
} as const satisfies Record<string, Referent>;

/** Resources whose id is that of what they accept: the argument that says of which. */
export const acceptedBy: Readonly<Record<string, string>> = {
  aws_vpc_peering_connection_accepter: "vpc_peering_connection_id",
  aws_ec2_transit_gateway_peering_attachment_accepter: "transit_gateway_attachment_id",
  aws_ec2_transit_gateway_vpc_attachment_accepter: "transit_gateway_attachment_id",
};
