# Reduces `terraform providers schema -json` to what Hextet emits. Attributes named "description" must stay; texts go.
def without_texts: walk(
  if type == "object" and (.description | type) == "string" then del(.description) else . end
  | if type == "object" then del(.description_kind) else . end);
def only(types): with_entries(select(.key as $type | types | index($type)));
.provider_schemas["registry.terraform.io/hashicorp/aws"]
| {
    provider: .provider.block,
    resource: .resource_schemas | only([
      "aws_appautoscaling_policy", "aws_appautoscaling_scheduled_action", "aws_appautoscaling_target",
      "aws_autoscaling_group", "aws_autoscaling_policy", "aws_autoscaling_schedule", "aws_db_instance", "aws_db_parameter_group", "aws_db_subnet_group", "aws_default_network_acl", "aws_default_route_table", "aws_default_security_group",
      "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticache_subnet_group",
      "aws_rds_cluster", "aws_rds_cluster_instance", "aws_rds_cluster_parameter_group", "aws_cloudwatch_dashboard", "aws_cloudwatch_log_group",
      "aws_cloudwatch_log_metric_filter", "aws_cloudwatch_metric_alarm", "aws_ec2_instance_connect_endpoint",
      "aws_ec2_managed_prefix_list", "aws_ec2_transit_gateway", "aws_ec2_transit_gateway_route",
      "aws_ec2_transit_gateway_route_table", "aws_ec2_transit_gateway_route_table_association",
      "aws_ec2_transit_gateway_route_table_propagation", "aws_ec2_transit_gateway_vpc_attachment",
      "aws_ec2_transit_gateway_vpc_attachment_accepter",
      "aws_ecs_account_setting_default", "aws_ecs_cluster", "aws_ecs_service", "aws_ecs_task_definition",
      "aws_ecs_cluster_capacity_providers",
      "aws_egress_only_internet_gateway", "aws_eip", "aws_eip_association", "aws_eks_access_entry", "aws_eks_access_policy_association", "aws_eks_pod_identity_association",
      "aws_eks_addon", "aws_eks_cluster", "aws_eks_fargate_profile",
      "aws_eks_node_group", "aws_flow_log", "aws_iam_openid_connect_provider",
      "aws_iam_instance_profile", "aws_iam_role",
      "aws_iam_role_policy", "aws_iam_role_policy_attachment", "aws_instance", "aws_internet_gateway", "aws_key_pair",
      "aws_lambda_function", "aws_launch_template", "aws_lb", "aws_lb_listener", "aws_lb_listener_certificate", "aws_lb_listener_rule", "aws_lb_target_group", "aws_lb_target_group_attachment", "aws_lb_trust_store",
      "aws_nat_gateway", "aws_networkfirewall_firewall", "aws_networkfirewall_firewall_policy",
      "aws_networkfirewall_logging_configuration", "aws_networkfirewall_rule_group", "aws_network_acl", "aws_network_acl_association", "aws_network_acl_rule",
      "aws_ram_principal_association", "aws_ram_resource_association", "aws_ram_resource_share", "aws_ram_resource_share_accepter",
      "aws_route", "aws_route_table",
      "aws_route_table_association", "aws_route53_resolver_endpoint", "aws_route53_resolver_firewall_config", "aws_route53_resolver_firewall_domain_list", "aws_route53_resolver_firewall_rule", "aws_route53_resolver_firewall_rule_group", "aws_route53_resolver_firewall_rule_group_association", "aws_route53_resolver_query_log_config", "aws_route53_resolver_query_log_config_association", "aws_route53_resolver_rule", "aws_route53_resolver_rule_association",
      "aws_route53_record", "aws_route53_zone", "aws_security_group", "aws_service_discovery_http_namespace", "aws_service_discovery_private_dns_namespace", "aws_service_discovery_service",
      "aws_subnet", "aws_vpc",
      "aws_vpc_block_public_access_exclusion", "aws_vpc_block_public_access_options", "aws_vpc_dhcp_options",
      "aws_vpc_dhcp_options_association", "aws_vpc_endpoint", "aws_vpc_endpoint_service", "aws_vpc_endpoint_service_allowed_principal", "aws_vpc_ipam", "aws_vpc_ipam_pool", "aws_vpc_ipam_pool_cidr",
      "aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association", "aws_vpc_peering_connection",
      "aws_vpc_peering_connection_accepter", "aws_vpc_security_group_egress_rule",
      "aws_vpc_security_group_ingress_rule", "aws_customer_gateway", "aws_vpn_connection", "aws_vpn_connection_route", "aws_vpn_gateway",
      "aws_vpn_gateway_route_propagation", "aws_wafv2_web_acl_association"
    ]) | map_values(.block),
    data: .data_source_schemas
      | only(["aws_ec2_managed_prefix_list", "aws_nat_gateway", "aws_partition", "aws_secretsmanager_secret_version", "aws_ssm_parameter", "aws_subnet", "aws_vpc",
        "aws_vpc_security_group_rule", "aws_vpc_security_group_rules"]) | map_values(.block)
  }
| without_texts
