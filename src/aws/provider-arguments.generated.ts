// Made by tools/provider-arguments.ts from published bindings of AWS provider 5.100.0 to 6.66.0: run it again,
// and do not edit this.
import type { ArgumentVersions } from "./argument-versions.ts";

/** Arguments that AWS provider 5.100.0 lacks and later versions have, as `<type>.<argument>` with the blocks between. */
export const providerArguments = {
  "aws_autoscaling_group.instance_lifecycle_policy": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_db_instance.warning_event_categories": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_ec2_instance_connect_endpoint.ip_address_type": { absentIn: "6.19.0", presentIn: "6.20.0", source: "@cdktf/provider-aws 21.16.0 and @cdktf/provider-aws 21.17.0" },
  "aws_eks_cluster.deletion_protection": { absentIn: "6.8.0", presentIn: "6.9.0", source: "@cdktf/provider-aws 21.7.0 and @cdktf/provider-aws 21.8.0" },
  "aws_eks_cluster.vpc_config.control_plane_egress_mode": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_flow_log.regional_nat_gateway_id": { absentIn: "6.24.0", presentIn: "6.25.0", source: "@cdktf/provider-aws 21.21.0 and @cdktf/provider-aws 21.22.1" },
  "aws_flow_log.tag_field_specification": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_instance.force_destroy": { absentIn: "6.7.0", presentIn: "6.8.0", source: "@cdktf/provider-aws 21.6.0 and @cdktf/provider-aws 21.7.0" },
  "aws_instance.primary_network_interface": { absentIn: "6.9.0", presentIn: "6.10.0", source: "@cdktf/provider-aws 21.8.0 and @cdktf/provider-aws 21.9.0" },
  "aws_instance.secondary_network_interface": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_launch_template.network_performance_options": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_launch_template.secondary_interfaces": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_lb.enable_prefix_for_ipv6_source_nat": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_lb.health_check_logs": { absentIn: "6.24.0", presentIn: "6.25.0", source: "@cdktf/provider-aws 21.21.0 and @cdktf/provider-aws 21.22.1" },
  "aws_lb_listener_rule.condition.source_ip.ip_address_type": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_lb_listener_rule.transform": { absentIn: "6.18.0", presentIn: "6.19.0", source: "@cdktf/provider-aws 21.15.0 and @cdktf/provider-aws 21.16.0" },
  "aws_lb_target_group.target_control_port": { absentIn: "6.24.0", presentIn: "6.25.0", source: "@cdktf/provider-aws 21.21.0 and @cdktf/provider-aws 21.22.1" },
  "aws_nat_gateway.availability_mode": { absentIn: "6.23.0", presentIn: "6.24.0", source: "@cdktf/provider-aws 21.20.0 and @cdktf/provider-aws 21.21.0" },
  "aws_nat_gateway.availability_zone_address": { absentIn: "6.23.0", presentIn: "6.24.0", source: "@cdktf/provider-aws 21.20.0 and @cdktf/provider-aws 21.21.0" },
  "aws_nat_gateway.vpc_id": { absentIn: "6.23.0", presentIn: "6.24.0", source: "@cdktf/provider-aws 21.20.0 and @cdktf/provider-aws 21.21.0" },
  "aws_route.odb_network_arn": { absentIn: "6.45.0", presentIn: "6.64.0", source: "@cdktn/provider-aws 24.1.0 and @cdktn/provider-aws 25.5.0" },
  "aws_subnet.ipv4_ipam_pool_id": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_subnet.ipv4_netmask_length": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_subnet.ipv6_ipam_pool_id": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_subnet.ipv6_netmask_length": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_vpc_endpoint.dns_options.private_dns_preference": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_vpc_endpoint.dns_options.private_dns_specified_domains": { absentIn: "6.25.0", presentIn: "6.40.0", source: "@cdktf/provider-aws 21.22.1 and @cdktn/provider-aws 23.7.0" },
  "aws_vpn_connection.vpn_concentrator_id": { absentIn: "6.22.1", presentIn: "6.23.0", source: "@cdktf/provider-aws 21.19.0 and @cdktf/provider-aws 21.20.0" },
} as const satisfies Readonly<Record<string, ArgumentVersions>>;

/** One of them. */
export type ProviderArgument = keyof typeof providerArguments;
