/** Arguments of one resource type that together hold blocks, addresses or rules, and that the provider changes in place. */
export interface AddressArguments {
  readonly type: string;
  /** What a resource loses with them, as in "loses its ...". */
  readonly what: string;
  /** Their names; a dot leads into a block. Whoever announces one of them has announced all. */
  readonly names: readonly string[];
  /** True where any other value is a loss, as of a route that leads elsewhere: there is no more and no less of it. */
  readonly isExact?: true;
}

const IPV6_BLOCK = "IPv6 block";
const ADDRESSES = "addresses";
const GROUPS = "security groups, and with them their rules";
const RULE = "rule as it was";
const SUBNETS = "subnets";
const ROUTE_TARGETS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
];
const PEER = ["referenced_security_group_id", "prefix_list_id", "cidr_ipv4", "cidr_ipv6"];

/**
 * What is lost in a plan without any resource being destroyed. Other arguments that hold the like force a replacement.
 * Source: AWS provider 5.100.0, its schema and documentation of each resource; checked 2026-11-28.
 */
export const addressArguments: readonly AddressArguments[] = [
  {
    type: "aws_vpc",
    what: IPV6_BLOCK,
    names: [
      "assign_generated_ipv6_cidr_block",
      "ipv6_cidr_block",
      "ipv6_ipam_pool_id",
      "ipv6_netmask_length",
    ],
  },
  { type: "aws_subnet", what: IPV6_BLOCK, names: ["ipv6_cidr_block"] },
  {
    type: "aws_subnet",
    what: "IPv6 addresses for new hosts",
    names: ["assign_ipv6_address_on_creation"],
  },
  { type: "aws_subnet", what: "public IPv4 addresses for new hosts", names: ["map_public_ip_on_launch"] },
  { type: "aws_instance", what: "IPv6 addresses", names: ["ipv6_address_count", "ipv6_addresses"] },
  { type: "aws_instance", what: "primary IPv6 address", names: ["enable_primary_ipv6"] },
  { type: "aws_instance", what: "secondary IPv4 addresses", names: ["secondary_private_ips"] },
  { type: "aws_instance", what: "IMDS over IPv6", names: ["metadata_options.http_protocol_ipv6"] },
  { type: "aws_instance", what: GROUPS, names: ["vpc_security_group_ids", "security_groups"] },
  {
    type: "aws_launch_template",
    what: "IPv6 addresses for new hosts",
    names: [
      "network_interfaces.ipv6_address_count",
      "network_interfaces.ipv6_addresses",
      "network_interfaces.primary_ipv6",
    ],
  },
  {
    type: "aws_launch_template",
    what: "IMDS over IPv6",
    names: ["metadata_options.http_protocol_ipv6"],
  },
  {
    type: "aws_network_interface",
    what: ADDRESSES,
    names: ["private_ips", "private_ips_count", "ipv6_addresses", "ipv6_address_count"],
  },
  { type: "aws_network_interface", what: GROUPS, names: ["security_groups"] },
  { type: "aws_eip", what: "host", names: ["instance", "network_interface"] },
  { type: "aws_eip", what: "network border group", names: ["network_border_group"], isExact: true },
  {
    type: "aws_nat_gateway",
    what: "secondary addresses",
    names: ["secondary_allocation_ids", "secondary_private_ip_addresses"],
  },
  { type: "aws_lb", what: ADDRESSES, names: ["ip_address_type"] },
  { type: "aws_lb", what: SUBNETS, names: ["subnets", "subnet_mapping"] },
  { type: "aws_lb", what: GROUPS, names: ["security_groups"] },
  { type: "aws_lb_listener_rule", what: "blocks that it is for", names: ["condition.source_ip.values"] },
  { type: "aws_vpc_endpoint", what: ADDRESSES, names: ["ip_address_type", "dns_options.dns_record_ip_type"] },
  { type: "aws_vpc_endpoint", what: SUBNETS, names: ["subnet_ids"] },
  { type: "aws_vpc_endpoint", what: "routes", names: ["route_table_ids"] },
  { type: "aws_vpc_endpoint", what: GROUPS, names: ["security_group_ids"] },
  { type: "aws_db_instance", what: ADDRESSES, names: ["network_type"] },
  { type: "aws_db_instance", what: "public address", names: ["publicly_accessible"] },
  { type: "aws_db_instance", what: GROUPS, names: ["vpc_security_group_ids"] },
  { type: "aws_rds_cluster", what: ADDRESSES, names: ["network_type"] },
  { type: "aws_ec2_transit_gateway_vpc_attachment", what: SUBNETS, names: ["subnet_ids"] },
  { type: "aws_ec2_transit_gateway_vpc_attachment", what: "IPv6", names: ["ipv6_support"] },
  { type: "aws_security_group", what: "rules", names: ["ingress", "egress"] },
  { type: "aws_network_acl", what: "rules", names: ["ingress", "egress"] },
  { type: "aws_network_acl", what: SUBNETS, names: ["subnet_ids"] },
  { type: "aws_route_table", what: "routes", names: ["route"] },
  { type: "aws_ec2_managed_prefix_list", what: "blocks", names: ["entry"] },
  {
    type: "aws_vpc_security_group_ingress_rule",
    what: RULE,
    names: [...PEER, "ip_protocol", "from_port", "to_port"],
    isExact: true,
  },
  {
    type: "aws_vpc_security_group_egress_rule",
    what: RULE,
    names: [...PEER, "ip_protocol", "from_port", "to_port"],
    isExact: true,
  },
  { type: "aws_route", what: "way as it was", names: ROUTE_TARGETS, isExact: true },
  { type: "aws_route_table_association", what: "route table", names: ["route_table_id"], isExact: true },
  {
    type: "aws_vpc_dhcp_options_association",
    what: "DHCP options",
    names: ["dhcp_options_id"],
    isExact: true,
  },
  { type: "aws_route53_record", what: ADDRESSES, names: ["records", "alias"] },
  { type: "aws_route53_zone", what: "VPCs", names: ["vpc"] },
  {
    type: "aws_route53_resolver_endpoint",
    what: "addresses that others ask or know",
    names: ["ip_address"],
  },
  {
    type: "aws_route53_resolver_endpoint",
    what: "families and protocols",
    names: ["resolver_endpoint_type", "protocols"],
  },
  { type: "aws_route53_resolver_rule", what: "servers that it asks", names: ["target_ip"] },
  {
    type: "aws_route53_resolver_rule",
    what: "endpoint that it asks from",
    names: ["resolver_endpoint_id"],
    isExact: true,
  },
  {
    type: "aws_vpc_block_public_access_options",
    what: "mode, and with it ways of the internet gateways of the whole region",
    names: ["internet_gateway_block_mode"],
    isExact: true,
  },
  {
    type: "aws_vpc_block_public_access_exclusion",
    what: "mode, and with it ways of the internet gateway",
    names: ["internet_gateway_exclusion_mode"],
    isExact: true,
  },
  { type: "aws_autoscaling_group", what: SUBNETS, names: ["vpc_zone_identifier"] },
  { type: "aws_autoscaling_group", what: "target groups", names: ["target_group_arns"] },
  {
    type: "aws_launch_template",
    what: "public IPv4 addresses for new hosts",
    names: ["network_interfaces.associate_public_ip_address"],
  },
  {
    type: "aws_launch_template",
    what: GROUPS,
    names: ["network_interfaces.security_groups", "vpc_security_group_ids"],
  },
  { type: "aws_db_subnet_group", what: SUBNETS, names: ["subnet_ids"] },
  { type: "aws_db_instance", what: "subnet group", names: ["db_subnet_group_name"], isExact: true },
  { type: "aws_rds_cluster", what: "subnet group", names: ["db_subnet_group_name"], isExact: true },
  { type: "aws_rds_cluster", what: GROUPS, names: ["vpc_security_group_ids"] },
  { type: "aws_elasticache_subnet_group", what: SUBNETS, names: ["subnet_ids"] },
  ...["aws_elasticache_cluster", "aws_elasticache_replication_group"].flatMap((type): AddressArguments[] => [
    { type, what: ADDRESSES, names: ["network_type"] },
    { type, what: "addresses that it tells", names: ["ip_discovery"], isExact: true },
    { type, what: "subnet group", names: ["subnet_group_name"], isExact: true },
    { type, what: GROUPS, names: ["security_group_ids"] },
  ]),
  {
    type: "aws_ec2_transit_gateway_vpc_attachment",
    what: "place in the gateway's route tables",
    names: [
      "transit_gateway_default_route_table_association",
      "transit_gateway_default_route_table_propagation",
    ],
  },
  {
    type: "aws_ec2_transit_gateway_vpc_attachment_accepter",
    what: "place in the gateway's route tables",
    names: [
      "transit_gateway_default_route_table_association",
      "transit_gateway_default_route_table_propagation",
    ],
  },
  { type: "aws_internet_gateway", what: "VPC", names: ["vpc_id"], isExact: true },
  { type: "aws_vpn_gateway", what: "VPC", names: ["vpc_id"], isExact: true },
  {
    type: "aws_vpn_connection",
    what: "ends and blocks",
    names: [
      "customer_gateway_id",
      "local_ipv4_network_cidr",
      "local_ipv6_network_cidr",
      "outside_ip_address_type",
      "remote_ipv4_network_cidr",
      "remote_ipv6_network_cidr",
      "transit_gateway_id",
      "transport_transit_gateway_attachment_id",
      "tunnel1_inside_cidr",
      "tunnel1_inside_ipv6_cidr",
      "tunnel2_inside_cidr",
      "tunnel2_inside_ipv6_cidr",
      "vpn_gateway_id",
    ],
    isExact: true,
  },
  { type: "aws_vpc_endpoint_service", what: "address families", names: ["supported_ip_address_types"] },
  { type: "aws_vpc_endpoint_service", what: "principals", names: ["allowed_principals"] },
  {
    type: "aws_vpc_endpoint_service",
    what: "load balancers",
    names: ["network_load_balancer_arns", "gateway_load_balancer_arns"],
  },
  { type: "aws_vpc_endpoint_service", what: "regions", names: ["supported_regions"] },
  { type: "aws_vpc_endpoint_service", what: "private name", names: ["private_dns_name"], isExact: true },
  { type: "aws_ecs_service", what: "target groups", names: ["load_balancer"] },
  {
    type: "aws_eks_cluster",
    what: "endpoint",
    names: ["vpc_config.endpoint_private_access"],
  },
  { type: "aws_eks_cluster", what: "public endpoint", names: ["vpc_config.endpoint_public_access"] },
  { type: "aws_ec2_instance_connect_endpoint", what: GROUPS, names: ["security_group_ids"] },
  {
    type: "aws_ecs_service",
    what: "public IPv4 addresses for new tasks",
    names: ["network_configuration.assign_public_ip"],
  },
  { type: "aws_ecs_service", what: SUBNETS, names: ["network_configuration.subnets"] },
  { type: "aws_ecs_service", what: GROUPS, names: ["network_configuration.security_groups"] },
  { type: "aws_eks_cluster", what: "blocks that may call it", names: ["vpc_config.public_access_cidrs"] },
  { type: "aws_eks_cluster", what: SUBNETS, names: ["vpc_config.subnet_ids"] },
  { type: "aws_eks_cluster", what: GROUPS, names: ["vpc_config.security_group_ids"] },
  {
    type: "aws_lambda_function",
    what: "IPv6 addresses",
    names: ["vpc_config.ipv6_allowed_for_dual_stack"],
  },
  { type: "aws_lambda_function", what: SUBNETS, names: ["vpc_config.subnet_ids"] },
  { type: "aws_lambda_function", what: GROUPS, names: ["vpc_config.security_group_ids"] },
  { type: "aws_networkfirewall_firewall", what: SUBNETS, names: ["subnet_mapping"] },
  {
    type: "aws_networkfirewall_firewall",
    what: "firewall policy",
    names: ["firewall_policy_arn"],
    isExact: true,
  },
  {
    type: "aws_networkfirewall_firewall_policy",
    what: "firewall rules as they were",
    names: [
      "firewall_policy.policy_variables",
      "firewall_policy.stateful_default_actions",
      "firewall_policy.stateful_rule_group_reference",
      "firewall_policy.stateless_default_actions",
      "firewall_policy.stateless_fragment_default_actions",
    ],
    isExact: true,
  },
  {
    type: "aws_networkfirewall_rule_group",
    what: "firewall rules as they were",
    names: ["rule_group"],
    isExact: true,
  },
];

/** What each word for an address family, or for a switch, gives: a change to another word loses the rest. */
export const givenByWord: Readonly<Record<string, readonly string[]>> = {
  ipv4: ["ipv4"],
  ipv6: ["ipv6"],
  dualstack: ["ipv4", "ipv6"],
  "dualstack-without-public-ipv4": ["ipv6"],
  IPV4: ["ipv4"],
  IPV6: ["ipv6"],
  DUALSTACK: ["ipv4", "ipv6"],
  DUAL: ["ipv4", "ipv6"],
  dual_stack: ["ipv4", "ipv6"],
  enabled: ["on"],
  disabled: [],
  enable: ["on"],
  disable: [],
  true: ["on"],
  false: [],
};
