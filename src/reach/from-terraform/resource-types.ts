/** What a resource type is to packets. */
export type TypeClass =
  /** It is read: it becomes part of the topology, or is left out with its own sentence. */
  | "understood"
  /** It sends no packets in a VPC, and changes none. */
  | "harmless"
  /** It stands in subnets, which is not followed; the packets of others pass as without it. */
  | "standing"
  /** It may change what happens to packets of others. */
  | "influence"
  /** It is of another provider than AWS's: of what such a one does in AWS nothing is known. */
  | "foreign";

const UNDERSTOOD: ReadonlySet<string> = new Set(
  `alb alb_listener autoscaling_group db_instance db_subnet_group default_network_acl default_route_table
  default_security_group default_subnet default_vpc ec2_instance_connect_endpoint ec2_managed_prefix_list
  ec2_managed_prefix_list_entry ec2_transit_gateway ec2_transit_gateway_connect
  ec2_transit_gateway_peering_attachment ec2_transit_gateway_peering_attachment_accepter
  ec2_transit_gateway_policy_table ec2_transit_gateway_prefix_list_reference ec2_transit_gateway_route
  ec2_transit_gateway_route_table ec2_transit_gateway_route_table_association
  ec2_transit_gateway_route_table_propagation ec2_transit_gateway_vpc_attachment
  ec2_transit_gateway_vpc_attachment_accepter ecs_account_setting_default ecs_service ecs_task_definition
  egress_only_internet_gateway eip eip_association eks_cluster eks_fargate_profile eks_node_group
  elasticache_cluster elasticache_replication_group elasticache_serverless_cache elasticache_subnet_group
  instance internet_gateway internet_gateway_attachment lambda_function launch_configuration launch_template lb
  lb_listener main_route_table_association nat_gateway network_acl network_acl_association network_acl_rule
  network_interface network_interface_attachment network_interface_sg_attachment networkfirewall_firewall
  networkfirewall_firewall_policy prefix_list rds_cluster
  rds_cluster_instance route route53_record route53_resolver_endpoint
  route53_resolver_firewall_rule_group_association route53_resolver_rule_association route53_zone route53_zone_association route53profiles_association route_table
  route_table_association security_group security_group_rule spot_instance_request subnet vpc
  vpc_block_public_access_exclusion vpc_block_public_access_options vpc_dhcp_options vpc_dhcp_options_association vpc_endpoint
  vpc_endpoint_route_table_association vpc_endpoint_security_group_association vpc_endpoint_subnet_association
  vpc_ipv4_cidr_block_association vpc_ipv6_cidr_block_association vpc_peering_connection
  vpc_peering_connection_accepter vpc_security_group_egress_rule vpc_security_group_ingress_rule vpn_gateway
  vpn_gateway_attachment`.split(/\s+/),
);

/** Services without anything in a VPC, and settings; by how their types begin. */
const HARMLESS =
  `accessanalyzer_ account_ acm_ acmpca_ alb_listener_ alb_target_group ami ami_ amplify_ api_gateway_ apigatewayv2_
  app_cookie_ appautoscaling_ appconfig_ appfabric_ appflow_ appintegrations_ applicationinsights_ appmesh_ appsync_
  arcregionswitch_ athena_ auditmanager_ autoscaling_ autoscalingplans_ backup_ batch_ bcmdataexports_ bedrock_
  bedrockagent_ billing_ budgets_ ce_ chatbot_ chime_ chimesdkmediapipelines_ chimesdkvoice_ cleanrooms_
  cloudformation_type cloudfront_ cloudfrontkeyvaluestore_ cloudsearch_ cloudtrail_ cloudwatch_ codeartifact_
  codebuild_ codecatalyst_ codecommit_ codeconnections_ codedeploy_ codeguruprofiler_ codegurureviewer_
  codepipeline_ codestarconnections_ codestarnotifications_ cognito_ comprehend_ computeoptimizer_ config_ connect_
  controltower_ costoptimizationhub_ cur_ customerprofiles_ dataexchange_ datapipeline_ datazone_ db_cluster_
  db_event_ db_instance_ db_option_ db_parameter_ db_snapshot dax_parameter_ dax_subnet_ detective_ devicefarm_
  devopsguru_ dlm_ drs_ dsql_ dynamodb_ ebs_ ec2_allowed_ ec2_availability_ ec2_capacity_ ec2_default_ ec2_host
  ec2_image_ ec2_instance_metadata_ ec2_instance_state ec2_network_insights_ ec2_serial_ ec2_subnet_cidr_ ec2_tag
  ec2_traffic_mirror_ ecr_ ecrpublic_ ecs_capacity_ ecs_cluster ecs_tag efs_access_ efs_backup_ efs_file_
  efs_replication_ eip_domain_ eks_access_ eks_addon eks_capability eks_identity_ eks_pod_ elastic_beanstalk_application
  elastic_beanstalk_configuration_ elasticache_global_ elasticache_parameter_ elasticache_reserved_ elasticache_user
  elasticsearch_domain_ elastictranscoder_ elb_attachment emr_block_ emr_security_ evidently_ finspace_kx_database
  finspace_kx_user fis_ flow_log glacier_ globalaccelerator_ glue_ grafana_license_ grafana_role_ grafana_workspace_
  guardduty_ iam_ identitystore_ imagebuilder_ inspector_ inspector2_ internetmonitor_ invoicing_ iot_ ivs_ ivschat_
  kendra_ key_pair keyspaces_ kinesis_ kinesisanalyticsv2_ kms_ lakeformation_ lambda_ lb_cookie_ lb_listener_ lb_ssl_
  lb_target_group lb_trust_ lex_ lexv2models_ licensemanager_ lightsail_ load_balancer_ location_ macie2_ media_
  medialive_ memorydb_acl memorydb_parameter_ memorydb_snapshot memorydb_subnet_ memorydb_user mq_configuration
  msk_configuration msk_scram_ msk_single_ mskconnect_custom_ mskconnect_worker_ nat_gateway_eip_ neptune_cluster_
  neptune_event_ neptune_global_ neptune_parameter_ neptune_subnet_ network_interface_permission
  networkfirewall_logging_ networkfirewall_resource_ networkfirewall_rule_ networkfirewall_tls_ networkflowmonitor_
  networkmonitor_ notifications_ notificationscontacts_ oam_ observabilityadmin_ opensearch_authorize_
  opensearch_domain_ opensearch_package opensearchserverless_access_ opensearchserverless_collection
  opensearchserverless_lifecycle_ opensearchserverless_security_ opsworks_ organizations_ osis_ paymentcryptography_
  pinpoint_ pinpointsmsvoicev2_ pipes_ placement_group prometheus_ proxy_protocol_ qbusiness_ qldb_ quicksight_ ram_
  rbin_ rds_certificate rds_cluster_activity_ rds_cluster_endpoint rds_cluster_parameter_ rds_cluster_role_
  rds_cluster_snapshot_ rds_custom_ rds_export_ rds_global_ rds_instance_ rds_integration rds_reserved_ redshift_
  redshiftdata_ redshiftserverless_ rekognition_ resiliencehub_ resourceexplorer2_ resourcegroups_ rolesanywhere_
  route53_cidr_ route53_delegation_ route53_health_ route53_hosted_ route53_key_ route53_query_ route53_records_
  route53_resolver_config route53_resolver_dnssec_ route53_resolver_firewall_config
  route53_resolver_firewall_domain_ route53_resolver_firewall_rule route53_resolver_query_ route53_resolver_rule
  route53_traffic_ route53_vpc_association_ route53domains_ route53profiles_profile route53profiles_resource_
  route53recoverycontrolconfig_ route53recoveryreadiness_ rum_ s3_ s3control_ s3outposts_ s3tables_ s3vectors_
  sagemaker_ scheduler_ schemas_ secretsmanager_ securityhub_ securitylake_ serverlessapplicationrepository_
  service_discovery_ servicecatalogappregistry_ servicequotas_ ses_ sesv2_ sfn_ shield_ signer_ simpledb_ snapshot_ sns_
  spot_datafeed_ sqs_ ssm_ ssmcontacts_ ssmincidents_ ssmquicksetup_ ssoadmin_ storagegateway_ swf_ synthetics_
  timestreamquery_ timestreamwrite_ transcribe_ transfer_ verifiedpermissions_ volume_attachment vpc_endpoint_connection_
  vpc_endpoint_policy vpc_endpoint_private_dns vpc_endpoint_service vpc_ipam vpc_network_performance_ vpc_peering_connection_options
  vpc_security_group_vpc_ vpn_concentrator waf_ wafregional_ wafv2_ worklink_ workspaces_connection_ workspaces_ip_
  workspacesweb_ xray_`.split(/\s+/);

/** Services whose parts stand in subnets, some with hosts of their own. */
const STANDING =
  `api_gateway_vpc_link apigatewayv2_vpc_link apprunner_ appstream_ batch_compute_ bedrockagentcore_ cloud9_
  cloudhsm_ codebuild_fleet codebuild_project datasync_ dax_cluster db_proxy directory_service_ dms_ docdb_
  docdbelastic_ ec2_fleet ecs_express_ ecs_task_set efs_mount_ elastic_beanstalk_environment elasticsearch_domain
  elasticsearch_vpc_ elb emr_ emrcontainers_ emrserverless_ evs_ finspace_ fsx_ gamelift_ glue_connection glue_dev_
  grafana_workspace lambda_capacity_ m2_ memorydb_cluster memorydb_multi_ mq_broker msk_ mskconnect_connector mwaa_
  neptune_cluster neptune_cluster_instance neptunegraph_ odb_ opensearch_ opensearchserverless_vpc_ quicksight_vpc_
  rds_shard_ redshift_cluster redshift_endpoint_access redshiftserverless_endpoint_ redshiftserverless_workgroup
  sagemaker_app sagemaker_domain sagemaker_endpoint sagemaker_model sagemaker_notebook_instance spot_fleet_
  storagegateway_gateway timestreaminfluxdb_ transfer_server verifiedaccess_ workspaces_`.split(/\s+/);

/** Providers of values and files, which make nothing that a packet meets. */
const VALUES = /^(archive|cloudinit|local|random|time|tls)_/;

/** The class of a type; what no list has of AWS's own is thought to change packets. */
export function classOf(type: string): TypeClass {
  // The Cloud Control provider makes the same things as the AWS provider.
  if (type.startsWith("awscc_")) return "influence";
  if (!type.startsWith("aws_")) return VALUES.test(type) ? "harmless" : "foreign";
  const name = type.replace(/^aws_/, "");
  if (UNDERSTOOD.has(name)) return "understood";
  const harmless = longestIn(HARMLESS, name);
  const standing = longestIn(STANDING, name);
  if (harmless === 0 && standing === 0) return "influence";
  return harmless >= standing ? "harmless" : "standing";
}

/** How much of a name a list knows: whole words from its beginning. */
function longestIn(list: readonly string[], name: string): number {
  const matches = list.filter((one) => `${name}_`.startsWith(one.endsWith("_") ? one : `${one}_`));
  return Math.max(0, ...matches.map(({ length }) => length));
}
