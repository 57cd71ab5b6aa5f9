import { CannotModel } from "../stack/cannot-model.ts";
import type { TerraformStack } from "../stack/terraform-stack.ts";
import type { NotModelled } from "./cloud.ts";

/** Types that the laboratory builds from. */
const READ = new Set([
  "aws_autoscaling_group",
  "aws_db_instance",
  "aws_db_subnet_group",
  "aws_default_network_acl",
  "aws_default_route_table",
  "aws_default_security_group",
  "aws_ec2_instance_connect_endpoint",
  "aws_ec2_managed_prefix_list",
  "aws_ec2_transit_gateway",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_ecs_service",
  "aws_egress_only_internet_gateway",
  "aws_eip",
  "aws_eip_association",
  "aws_eks_cluster",
  "aws_eks_fargate_profile",
  "aws_eks_node_group",
  "aws_elasticache_cluster",
  "aws_elasticache_replication_group",
  "aws_elasticache_subnet_group",
  "aws_instance",
  "aws_internet_gateway",
  "aws_lambda_function",
  "aws_launch_template",
  "aws_lb",
  "aws_lb_listener",
  "aws_lb_listener_rule",
  "aws_lb_target_group",
  "aws_lb_target_group_attachment",
  "aws_nat_gateway",
  "aws_network_acl",
  "aws_network_acl_association",
  "aws_network_acl_rule",
  "aws_rds_cluster",
  "aws_rds_cluster_instance",
  "aws_route",
  "aws_route53_record",
  "aws_route53_zone",
  "aws_route_table",
  "aws_route_table_association",
  "aws_security_group",
  "aws_subnet",
  "aws_vpc",
  "aws_vpc_endpoint",
  "aws_vpc_ipam_pool",
  "aws_vpc_ipam_pool_cidr",
  "aws_vpc_ipv4_cidr_block_association",
  "aws_vpc_ipv6_cidr_block_association",
  "aws_vpc_peering_connection",
  "aws_vpc_security_group_egress_rule",
  "aws_vpc_security_group_ingress_rule",
]);

/** Types that no packet meets. */
const NEUTRAL = new Set([
  "aws_appautoscaling_policy",
  "aws_appautoscaling_scheduled_action",
  "aws_appautoscaling_target",
  "aws_autoscaling_policy",
  "aws_autoscaling_schedule",
  "aws_cloudwatch_dashboard",
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_log_metric_filter",
  "aws_cloudwatch_metric_alarm",
  "aws_db_parameter_group",
  "aws_ec2_transit_gateway_route",
  "aws_ec2_transit_gateway_route_table_association",
  "aws_ec2_transit_gateway_route_table_propagation",
  "aws_ecs_account_setting_default",
  "aws_ecs_cluster",
  "aws_ecs_cluster_capacity_providers",
  "aws_ecs_task_definition",
  "aws_eks_access_entry",
  "aws_eks_access_policy_association",
  "aws_eks_addon",
  "aws_eks_pod_identity_association",
  "aws_flow_log",
  "aws_iam_instance_profile",
  "aws_iam_openid_connect_provider",
  "aws_iam_role",
  "aws_iam_role_policy",
  "aws_iam_role_policy_attachment",
  "aws_key_pair",
  "aws_ram_principal_association",
  "aws_ram_resource_association",
  "aws_ram_resource_share",
  "aws_ram_resource_share_accepter",
  "aws_rds_cluster_parameter_group",
  "aws_route53_resolver_firewall_config",
  "aws_route53_resolver_firewall_domain_list",
  "aws_route53_resolver_firewall_rule",
  "aws_route53_resolver_firewall_rule_group",
  "aws_route53_resolver_query_log_config",
  "aws_route53_resolver_query_log_config_association",
  "aws_route53_resolver_rule",
  "aws_lb_listener_certificate",
  "aws_lb_trust_store",
  "aws_service_discovery_http_namespace",
  "aws_vpc_endpoint_service",
  "aws_vpc_ipam",
  "aws_vpc_peering_connection_accepter",
  "aws_wafv2_web_acl_association",
]);

/** Types that say what packets cannot: they are listed when they are there. */
const LISTED: Readonly<Record<string, string>> = {
  aws_route53_resolver_endpoint: "no other network asks the VPC's resolver, nor is asked by it",
  aws_route53_resolver_firewall_rule_group_association: "the VPC's resolver answers for every name",
  aws_route53_resolver_rule_association: "the VPC's resolver forwards no queries",
  aws_ec2_transit_gateway_route_table:
    "the other VPCs are not here: every attachment reaches every other, whatever the tables say",
  aws_vpc_block_public_access_exclusion: "it excludes what nothing blocks here",
  aws_vpc_block_public_access_options: "nothing stops packets at internet gateways by it",
  aws_vpc_dhcp_options: "hosts ask the VPC's own resolver",
  aws_vpc_dhcp_options_association: "hosts ask the VPC's own resolver",
};

/** Throws CannotModel for a type that nobody has judged yet; answers with what packets of AWS would meet in vain here. */
export function checkTypes(stack: TerraformStack): readonly NotModelled[] {
  return stack.resources.flatMap(({ address, type }): readonly NotModelled[] => {
    if (address.startsWith("data.") || READ.has(type) || NEUTRAL.has(type)) return [];
    const why = LISTED[type];
    if (why !== undefined) return [{ address, why }];
    if (type !== "terraform_data") throw new CannotModel(address, `${type} cannot be modelled`);
    // A migration's mark makes nothing.
    if (address === "terraform_data.migration") return [];
    return [{ address, why: "what its steps make or change in AWS is not in the laboratory" }];
  });
}
