/**
 * The arguments of `src/aws/provider-arguments.generated.ts`: those younger than provider 5.100 that Hextet writes, or
 * that speak of what it writes. As `<type>.<argument>`, with the blocks between.
 */
export const wantedArguments = [
  "aws_ec2_instance_connect_endpoint.ip_address_type",
  "aws_eks_cluster.vpc_config.control_plane_egress_mode",
  "aws_lb.enable_prefix_for_ipv6_source_nat",
  "aws_lb_listener_rule.condition.source_ip.ip_address_type",
  "aws_nat_gateway.availability_mode",
  "aws_nat_gateway.availability_zone_address",
  "aws_nat_gateway.vpc_id",
  "aws_subnet.ipv4_ipam_pool_id",
  "aws_subnet.ipv4_netmask_length",
  "aws_subnet.ipv6_ipam_pool_id",
  "aws_subnet.ipv6_netmask_length",
  "aws_vpc_endpoint.dns_options.private_dns_preference",
] as const;
