/** Arguments of one resource type that together hold blocks, addresses or rules, and that the provider changes in place. */
export interface AddressArguments {
  readonly type: string;
  /** What a resource loses with them, as in "loses its ...". */
  readonly what: string;
  /** Their names; a dot leads into a block. Whoever announces one of them has announced all. */
  readonly names: readonly string[];
}

const IPV6_BLOCK = "IPv6 block";
const ADDRESSES = "addresses";
const GROUPS = "security groups, and with them their rules";
const RULE = "rule as it was";
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
  {
    type: "aws_nat_gateway",
    what: "secondary addresses",
    names: ["secondary_allocation_ids", "secondary_private_ip_addresses"],
  },
  { type: "aws_lb", what: ADDRESSES, names: ["ip_address_type"] },
  { type: "aws_lb", what: "subnets", names: ["subnets", "subnet_mapping"] },
  { type: "aws_lb", what: GROUPS, names: ["security_groups"] },
  { type: "aws_vpc_endpoint", what: ADDRESSES, names: ["ip_address_type", "dns_options.dns_record_ip_type"] },
  { type: "aws_vpc_endpoint", what: "subnets", names: ["subnet_ids"] },
  { type: "aws_vpc_endpoint", what: "routes", names: ["route_table_ids"] },
  { type: "aws_vpc_endpoint", what: GROUPS, names: ["security_group_ids"] },
  { type: "aws_db_instance", what: ADDRESSES, names: ["network_type"] },
  { type: "aws_db_instance", what: "public address", names: ["publicly_accessible"] },
  { type: "aws_db_instance", what: GROUPS, names: ["vpc_security_group_ids"] },
  { type: "aws_rds_cluster", what: ADDRESSES, names: ["network_type"] },
  { type: "aws_ec2_transit_gateway_vpc_attachment", what: "subnets", names: ["subnet_ids"] },
  { type: "aws_ec2_transit_gateway_vpc_attachment", what: "IPv6", names: ["ipv6_support"] },
  { type: "aws_security_group", what: "rules", names: ["ingress", "egress"] },
  { type: "aws_network_acl", what: "rules", names: ["ingress", "egress"] },
  { type: "aws_network_acl", what: "subnets", names: ["subnet_ids"] },
  { type: "aws_route_table", what: "routes", names: ["route"] },
  { type: "aws_ec2_managed_prefix_list", what: "blocks", names: ["entry"] },
  {
    type: "aws_vpc_security_group_ingress_rule",
    what: RULE,
    names: [...PEER, "ip_protocol", "from_port", "to_port"],
  },
  {
    type: "aws_vpc_security_group_egress_rule",
    what: RULE,
    names: [...PEER, "ip_protocol", "from_port", "to_port"],
  },
  { type: "aws_route53_record", what: ADDRESSES, names: ["records"] },
];

/** What each word for an address family, or for a switch, gives: a change to another word loses the rest. */
export const givenByWord: Readonly<Record<string, readonly string[]>> = {
  ipv4: ["ipv4"],
  ipv6: ["ipv6"],
  dualstack: ["ipv4", "ipv6"],
  "dualstack-without-public-ipv4": ["ipv6"],
  IPV4: ["ipv4"],
  DUAL: ["ipv4", "ipv6"],
  enabled: ["on"],
  disabled: [],
  enable: ["on"],
  disable: [],
  true: ["on"],
  false: [],
};
