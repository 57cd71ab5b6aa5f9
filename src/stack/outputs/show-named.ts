import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { NamedOutput } from "../../model/types/outputs.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { resourceFor } from "../resources.ts";
import { attributeAt, listAttributeAt } from "./attribute-at.ts";
import type { OutputContent, Show, Showing } from "./needed-by-outputs.ts";
import { SHOW_SUBNETS } from "./show-subnets.ts";

const SHOW: Readonly<Record<NamedOutput, Show>> = {
  ...SHOW_SUBNETS,
  networkAclId: idOf("aws_network_acl"),
  securityGroupId: ({ made, name }) => resourceFor(made.securityGroups, name).id,
  securityGroupArn: attribute("aws_security_group", "arn"),
  prefixListId: attribute("aws_ec2_managed_prefix_list", "id"),
  prefixListArn: attribute("aws_ec2_managed_prefix_list", "arn"),
  vpcEndpointId: attribute("aws_vpc_endpoint", "id"),
  vpcEndpointArn: attribute("aws_vpc_endpoint", "arn"),
  networkFirewallArn: attribute("aws_networkfirewall_firewall", "arn"),
  networkFirewallEndpointIdsByZone,
  networkFirewallPolicyArn: attribute("aws_networkfirewall_firewall_policy", "arn"),
  vpcEndpointServiceName: attribute("aws_vpc_endpoint_service", "service_name"),
  vpcEndpointServiceId: attribute("aws_vpc_endpoint_service", "id"),
  vpcEndpointServicePrivateDnsRecord: privateDnsRecord,
  resourceShareArn: attribute("aws_ram_resource_share", "arn"),
  ipamPoolId: attribute("aws_vpc_ipam_pool", "id"),
  ipamPoolArn: attribute("aws_vpc_ipam_pool", "arn"),
  vpcPeeringConnectionId: ({ made, name }) => resourceFor(made.vpcPeeringConnections, name).id,
  transitGatewayId: ({ made, name }) => resourceFor(made.transitGateways, name).id,
  transitGatewayAttachmentId: attribute("aws_ec2_transit_gateway_vpc_attachment", "id"),
  transitGatewayRouteTableId: attribute("aws_ec2_transit_gateway_route_table", "id"),
  customerGatewayId: attribute("aws_customer_gateway", "id"),
  virtualPrivateGatewayId: ({ made, name }) => resourceFor(made.virtualPrivateGateways, name).id,
  vpnConnectionId: attribute("aws_vpn_connection", "id"),
  vpnConnectionAddresses,
  vpnConnectionAttachmentId: attribute("aws_vpn_connection", "transit_gateway_attachment_id"),
  loadBalancerDnsName: ({ made, name }) => resourceFor(made.loadBalancers, name).dnsName,
  loadBalancerArn: ({ made, name }) => resourceFor(made.loadBalancers, name).arn,
  loadBalancerZoneId: ({ made, name }) => resourceFor(made.loadBalancers, name).zoneId,
  listenerArns,
  targetGroupArn: ({ made, name }) => resourceFor(made.targetGroups, name).arn,
  autoScalingGroupName: ({ made, name }) => resourceFor(made.autoScalingGroups, name).name,
  autoScalingGroupArn: ({ made, name }) => resourceFor(made.autoScalingGroups, name).arn,
  instanceId: ({ made, name }) => resourceFor(made.instances, name).id,
  instanceArn: ({ made, name }) => resourceFor(made.instances, name).arn,
  instanceIpv6Addresses: ({ made, name }) => resourceFor(made.instances, name).ipv6Addresses,
  instanceElasticIp: ({ made, name }) => resourceFor(made.elasticIps, name).publicIp,
  instanceNetworkInterfaceId: ({ made, name }) => resourceFor(made.instances, name).primaryNetworkInterfaceId,
  instanceElasticIpAllocationId: ({ made, name }) => resourceFor(made.elasticIps, name).allocationId,
  hostedZoneId,
  hostedZoneNameServers: ({ made, name }) => resourceFor(made.hostedZones, name).nameServers,
  resolverEndpointId: attribute("aws_route53_resolver_endpoint", "id"),
  resolverEndpointArn: attribute("aws_route53_resolver_endpoint", "arn"),
  resolverEndpointIpv4Addresses: resolverAddresses("ip"),
  resolverEndpointIpv6Addresses: resolverAddresses("ipv6"),
  resolverRuleId: attribute("aws_route53_resolver_rule", "id"),
  resolverRuleArn: attribute("aws_route53_resolver_rule", "arn"),
  dnsFirewallDomainListId: attribute("aws_route53_resolver_firewall_domain_list", "id"),
  dnsFirewallRuleGroupId: attribute("aws_route53_resolver_firewall_rule_group", "id"),
  dnsFirewallRuleGroupArn: attribute("aws_route53_resolver_firewall_rule_group", "arn"),
  launchTemplateId: ({ made, name }) => resourceFor(made.launchTemplates, name).id,
  eksClusterName: ({ made, name }) => resourceFor(made.eksClusters, name).name,
  eksClusterEndpoint: ({ made, name }) => resourceFor(made.eksClusters, name).endpoint,
  eksClusterArn: ({ made, name }) => resourceFor(made.eksClusters, name).arn,
  eksClusterCertificateAuthority: attribute("aws_eks_cluster", "certificate_authority[0].data"),
  eksClusterSecurityGroupId: attribute("aws_eks_cluster", "vpc_config[0].cluster_security_group_id"),
  eksOidcIssuer: attribute("aws_eks_cluster", "identity[0].oidc[0].issuer"),
  eksOpenIdConnectProviderArn: ({ scope, name }) =>
    attributeAt(scope, terraformAddress("aws_iam_openid_connect_provider", `eks_${name}`), "arn"),
  eksPodRoleArns,
  ecsClusterName: attribute("aws_ecs_cluster", "name"),
  ecsClusterArn: attribute("aws_ecs_cluster", "arn"),
  ecsServiceName: attribute("aws_ecs_service", "name"),
  ecsServiceArn: attribute("aws_ecs_service", "id"),
  taskDefinitionArn: attribute("aws_ecs_task_definition", "arn"),
  databaseAddress: ({ made, name }) => resourceFor(made.databases, name).address,
  databasePort: attribute("aws_db_instance", "port"),
  databaseArn: ({ made, name }) => resourceFor(made.databases, name).arn,
  databaseSecretArn: attribute("aws_db_instance", "master_user_secret[0].secret_arn"),
  databaseClusterAddress: ({ made, name }) => resourceFor(made.databaseClusters, name).endpoint,
  databaseClusterReaderAddress: ({ made, name }) => resourceFor(made.databaseClusters, name).readerEndpoint,
  databaseClusterPort: attribute("aws_rds_cluster", "port"),
  databaseClusterArn: ({ made, name }) => resourceFor(made.databaseClusters, name).arn,
  databaseClusterSecretArn: attribute("aws_rds_cluster", "master_user_secret[0].secret_arn"),
  cacheConfigurationEndpoint: ({ made, name }) => resourceFor(made.cacheClusters, name).configurationEndpoint,
  cachePrimaryEndpoint: ({ made, name }) => resourceFor(made.replicationGroups, name).primaryEndpointAddress,
  cacheReaderEndpoint: ({ made, name }) => resourceFor(made.replicationGroups, name).readerEndpointAddress,
  lambdaFunctionArn: ({ made, name }) => resourceFor(made.lambdaFunctions, name).arn,
  lambdaFunctionName: ({ made, name }) => resourceFor(made.lambdaFunctions, name).functionName,
  flowLogGroupArn: ({ made, name }) => resourceFor(made.flowLogGroups, name).arn,
};

/** What an output of that kind shows of the entity; throws where the model let one through that has nothing to show. */
export function showNamed(kind: NamedOutput, showing: Showing): OutputContent {
  return SHOW[kind](showing);
}

/** An attribute of the resource of that type and of the entity's name. */
function attribute(type: string, name: string): Show {
  return (showing) => attributeAt(showing.scope, terraformAddress(type, showing.name), name);
}

/** The id, also of what is managed outside this stack. */
function idOf(type: string): Show {
  return ({ scope, network, name }) => {
    const address = terraformAddress(type, name);
    const owner = ownershipOf(network, address);
    return owner.kind === "external" ? owner.id : attributeAt(scope, address, "id");
  };
}

/** An address for each subnet. */
function resolverAddresses(name: "ip" | "ipv6"): Show {
  return (showing) => {
    const address = terraformAddress("aws_route53_resolver_endpoint", showing.name);
    return listAttributeAt(showing.scope, address, `ip_address[*].${name}`);
  };
}

function eksPodRoleArns({ scope, network, name }: Showing): OutputContent {
  const roles = network.eks.clusters.filter((one) => one.name === name).flatMap(({ podRoles }) => podRoles);
  return Object.fromEntries(
    roles.map(({ name: key, role }) => [
      key,
      attributeAt(scope, terraformAddress("aws_iam_role", role.id), "arn"),
    ]),
  );
}

/** The record that proves an endpoint service's private name. */
function privateDnsRecord({ scope, name }: Showing): OutputContent {
  const part = (attribute: string) =>
    attributeAt(
      scope,
      terraformAddress("aws_vpc_endpoint_service", name),
      `private_dns_name_configuration[0].${attribute}`,
    );
  return { name: part("name"), type: part("type"), value: part("value") };
}

function listenerArns({ scope, network, name }: Showing): OutputContent {
  const listeners = network.loadBalancers.filter((one) => one.name === name).flatMap((one) => one.listeners);
  return Object.fromEntries(
    listeners.map((one) => [
      one.name,
      attributeAt(scope, terraformAddress("aws_lb_listener", one.id), "arn"),
    ]),
  );
}

function networkFirewallEndpointIdsByZone({ made, network, name }: Showing): OutputContent {
  const endpoints = network.networkFirewalls
    .filter((one) => one.name === name)
    .flatMap((one) => one.endpoints);
  return Object.fromEntries(
    endpoints.map(({ id, zone }) => [zone.letter, resourceFor(made.firewallEndpoints, id).id]),
  );
}

function vpnConnectionAddresses({ scope, name }: Showing): OutputContent {
  const address = terraformAddress("aws_vpn_connection", name);
  return ["tunnel1_address", "tunnel2_address"].map((one) => attributeAt(scope, address, one));
}

function hostedZoneId({ made, network, name }: Showing): OutputContent {
  const source = network.route53.hostedZones.find((zone) => zone.name === name)?.source;
  return source?.kind === "existing" ? source.id : resourceFor(made.hostedZones, name).zoneId;
}
