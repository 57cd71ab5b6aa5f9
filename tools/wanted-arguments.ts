/**
 * The arguments of `src/aws/provider-arguments.generated.ts`: those younger than provider 5.100 that Hextet writes, that
 * speak of what it writes, or that an imported resource has to keep. As `<type>.<argument>`, with the blocks between.
 */
export const wantedArguments = [
  "aws_autoscaling_group.instance_lifecycle_policy",
  "aws_db_instance.warning_event_categories",
  "aws_ec2_instance_connect_endpoint.ip_address_type",
  "aws_eks_cluster.deletion_protection",
  "aws_eks_cluster.vpc_config.control_plane_egress_mode",
  "aws_flow_log.regional_nat_gateway_id",
  "aws_flow_log.tag_field_specification",
  "aws_instance.force_destroy",
  "aws_instance.primary_network_interface",
  "aws_instance.secondary_network_interface",
  "aws_launch_template.network_performance_options",
  "aws_launch_template.secondary_interfaces",
  "aws_lb.enable_prefix_for_ipv6_source_nat",
  "aws_lb.health_check_logs",
  "aws_lb_listener_rule.condition.source_ip.ip_address_type",
  "aws_lb_listener_rule.transform",
  "aws_lb_target_group.target_control_port",
  "aws_nat_gateway.availability_mode",
  "aws_nat_gateway.availability_zone_address",
  "aws_nat_gateway.vpc_id",
  "aws_route.odb_network_arn",
  "aws_subnet.ipv4_ipam_pool_id",
  "aws_subnet.ipv4_netmask_length",
  "aws_subnet.ipv6_ipam_pool_id",
  "aws_subnet.ipv6_netmask_length",
  "aws_vpc_endpoint.dns_options.private_dns_preference",
  "aws_vpc_endpoint.dns_options.private_dns_specified_domains",
  "aws_vpn_connection.vpn_concentrator_id",
] as const;
