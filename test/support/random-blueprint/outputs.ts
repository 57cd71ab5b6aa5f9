import fc from "fast-check";
import { isObject } from "../json.ts";
import { anyPlace, type Drawn, mapOf, nameAt, pick, type Tree } from "./tree.ts";

/** What can be shown of an entry of a map. */
const KINDS: readonly (readonly [section: string, kinds: readonly string[]])[] = [
  ["network.subnets", ["subnetIds", "subnetIdsByZone", "subnetArns", "routeTableIds", "routeTableIdsByZone"]],
  ["network.natGateways", ["natGatewayIds", "natGatewayIdsByZone"]],
  ["network.networkAcls", ["networkAclId"]],
  ["network.securityGroups", ["securityGroupId", "securityGroupArn"]],
  ["network.prefixLists", ["prefixListId", "prefixListArn"]],
  ["network.vpcEndpoints", ["vpcEndpointId", "vpcEndpointArn"]],
  [
    "network.networkFirewalls",
    ["networkFirewallArn", "networkFirewallEndpointIdsByZone", "networkFirewallPolicyArn"],
  ],
  ["network.vpcPeeringConnections", ["vpcPeeringConnectionId"]],
  ["network.transitGatewayAttachments", ["transitGatewayAttachmentId", "transitGatewayId"]],
  ["network.transitGatewayRouteTables", ["transitGatewayRouteTableId"]],
  ["ipam.pools", ["ipamPoolId", "ipamPoolArn"]],
  ["compute.launchTemplates", ["launchTemplateId"]],
  ["compute.autoScalingGroups", ["autoScalingGroupName", "autoScalingGroupArn"]],
  ["compute.instances", ["instanceId", "instanceArn"]],
  ["loadBalancers", ["loadBalancerDnsName", "loadBalancerArn", "loadBalancerZoneId", "listenerArns"]],
  ["targetGroups", ["targetGroupArn"]],
  ["lambda.functions", ["lambdaFunctionArn", "lambdaFunctionName"]],
  ["ecs.clusters", ["ecsClusterName", "ecsClusterArn"]],
  ["ecs.services", ["ecsServiceName", "ecsServiceArn"]],
  ["ecs.taskDefinitions", ["taskDefinitionArn"]],
  [
    "eks.clusters",
    ["eksClusterName", "eksClusterEndpoint", "eksClusterArn", "eksClusterCertificateAuthority"],
  ],
  ["eks.clusters", ["eksClusterSecurityGroupId", "eksOidcIssuer"]],
  ["rds.instances", ["databaseAddress", "databasePort", "databaseArn", "databaseSecretArn"]],
  ["rds.clusters", ["databaseClusterAddress", "databaseClusterReaderAddress", "databaseClusterSecretArn"]],
  ["elasticache.clusters", ["cacheConfigurationEndpoint"]],
  ["elasticache.replicationGroups", ["cachePrimaryEndpoint", "cacheReaderEndpoint"]],
  ["route53.hostedZones", ["hostedZoneId"]],
  [
    "route53.resolverEndpoints",
    ["resolverEndpointId", "resolverEndpointArn", "resolverEndpointIpv4Addresses"],
  ],
  ["route53.resolverRules", ["resolverRuleId", "resolverRuleArn"]],
  ["route53.dnsFirewall.domainLists", ["dnsFirewallDomainListId"]],
  ["route53.dnsFirewall.ruleGroups", ["dnsFirewallRuleGroupId", "dnsFirewallRuleGroupArn"]],
];
const VPC = ["id", "arn", "ownerId", "ipv4CidrBlock"] as const;

/** What is drawn of an output: a place among all that can be shown. */
const outputDraft = fc.record({ place: fc.nat({ max: 999 }), name: anyPlace, isSensitive: fc.boolean() });
export const outputsDraft = fc.array(outputDraft, { maxLength: 4, size: "medium" });

/** `outputs` of what a blueprint has. */
export function outputsOf(drafts: Drawn<typeof outputsDraft>, blueprint: Tree): Tree | undefined {
  const known = KINDS.flatMap(([section, kinds]) => {
    const names = namesIn(blueprint, section);
    return names.length === 0 ? [] : kinds.map((kind) => ({ kind, names }));
  });
  const vpc = VPC.map((attribute) => ({ kind: "vpc", names: [attribute] }));
  const outputs = drafts.map(({ place, name, isSensitive }, index) => {
    const shown = pick([...vpc, ...known], place);
    const value = shown === null ? { vpc: "id" } : { [shown.kind]: pick(shown.names, name) };
    return [nameAt("output", index), { value, sensitive: isSensitive ? true : undefined }] as const;
  });
  return mapOf(outputs);
}

function namesIn(blueprint: Tree, section: string): readonly string[] {
  const map = section
    .split(".")
    .reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), blueprint);
  return isObject(map) ? Object.keys(map) : [];
}
