/** A map of the blueprint whose keys become part of Terraform addresses. */
export interface NamedThing {
  /** Where its entries stand, such as `network.subnets.*`; a star is any name. */
  readonly at: string;
  /** What an entry is called in findings. */
  readonly word: string;
  /** What of it is told apart by a name that AWS keeps for good, unless `awsName` says another; null: nothing. */
  readonly named: string | null;
}

const thing = (at: string, word: string, named: string | null = null): NamedThing => ({ at, word, named });

/** Everything that `renamedFrom` can be written of, the stack itself apart. */
export const namedThings: readonly NamedThing[] = [
  thing("network.vpc.additionalIpv4Cidrs.*", "block"),
  thing("network.subnets.*", "tier"),
  thing("network.natGateways.*", "NAT gateway", "the alarms on it"),
  thing("network.routes.*.*", "route"),
  thing("network.networkAcls.*", "network ACL"),
  thing("network.networkAcls.*.ingress.*", "entry"),
  thing("network.networkAcls.*.egress.*", "entry"),
  thing("network.securityGroups.*", "security group", "the group"),
  thing("network.securityGroups.*.ingress.*", "rule"),
  thing("network.securityGroups.*.egress.*", "rule"),
  thing("network.prefixLists.*", "prefix list"),
  thing("network.blockPublicAccess.exclusions.*", "exclusion"),
  thing("network.flowLogs.*", "flow log", "its log group"),
  thing("network.vpcEndpoints.*", "endpoint"),
  thing("network.gatewayLoadBalancerEndpoints.*", "endpoint"),
  thing(
    "network.networkFirewalls.*",
    "Network Firewall",
    "the firewall, its policy, rule groups and log groups",
  ),
  thing("network.networkFirewalls.*.firewallPolicy.ruleGroups.*", "rule group", "the group"),
  thing("network.vpcEndpointServices.*", "endpoint service"),
  thing("network.instanceConnectEndpoints.*", "endpoint"),
  thing("network.vpcPeeringConnections.*", "peering connection"),
  thing("network.transitGatewayAttachments.*", "attachment"),
  thing("network.transitGatewayRouteTables.*", "route table"),
  thing("network.transitGatewayRouteTables.*.routes.*", "route"),
  thing("network.foreignTransitGatewayAttachments.*", "attachment"),
  thing("ipam.pools.*", "pool"),
  thing("compute.keyPairs.*", "key pair", "the key pair"),
  thing("compute.instanceProfiles.*", "instance profile", "the profile and its role"),
  thing("compute.launchTemplates.*", "launch template", "the template"),
  thing("compute.autoScalingGroups.*", "auto scaling group", "the group"),
  thing("compute.instances.*", "instance"),
  thing("loadBalancers.*", "load balancer", "the load balancer"),
  thing("loadBalancers.*.listeners.*", "listener"),
  thing("loadBalancers.*.listeners.*.rules.*", "rule"),
  thing("targetGroups.*", "target group", "the target group"),
  thing("targetGroups.*.targets.addresses.*", "address"),
  thing("eks.clusters.*", "cluster", "the cluster"),
  thing("eks.clusters.*.nodeGroups.*", "node group", "the node group"),
  thing("eks.clusters.*.accessEntries.*", "access entry"),
  thing("eks.clusters.*.podRoles.*", "role"),
  thing("eks.clusters.*.fargateProfiles.*", "Fargate profile", "the profile"),
  thing("lambda.functions.*", "function", "the function"),
  thing("ecs.clusters.*", "cluster", "the cluster"),
  thing("ecs.taskDefinitions.*", "task definition", "the family and its log group"),
  thing("ecs.services.*", "service", "the service"),
  thing("route53.hostedZones.*", "hosted zone"),
  thing("route53.records.*", "record"),
  thing("route53.resolverEndpoints.*", "Resolver endpoint"),
  thing("route53.resolverRules.*", "Resolver rule"),
  thing("route53.resolverRuleAssociations.*", "association"),
  thing("route53.dnsFirewall.domainLists.*", "domain list", "the list"),
  thing("route53.dnsFirewall.ruleGroups.*", "rule group", "the group"),
  thing("route53.dnsFirewall.ruleGroups.*.rules.*", "rule", "the rule"),
  thing("route53.dnsFirewall.ruleGroupAssociations.*", "association", "the association"),
  thing("route53.resolverQueryLogs.*", "query log", "the log and its log group"),
  thing("cloudwatch.metricFilters.*", "metric filter", "the filter and its metric"),
  thing("cloudwatch.alarms.*", "alarm", "the alarm"),
  thing("cloudwatch.dashboards.*", "dashboard", "the dashboard"),
  thing("rds.subnetGroups.*", "subnet group", "the group, and with it its clusters"),
  thing("rds.instances.*", "database", "the database"),
  thing("rds.clusters.*", "database cluster", "the cluster"),
  thing("rds.clusters.*.instances.*", "database instance", "the server"),
  thing("elasticache.subnetGroups.*", "subnet group", "the group, and with it its caches"),
  thing("elasticache.clusters.*", "cache cluster", "the cache"),
  thing("elasticache.replicationGroups.*", "replication group", "the cache"),
];
