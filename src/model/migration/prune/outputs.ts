import type { NamedOutput, Network, OutputValue } from "../../types/network.ts";
import { namesOf } from "./membership.ts";

/** The names of what an output of the kind can show. */
type Names = (network: Network) => readonly { readonly name: string }[];

const tiersWith =
  (family: "ipv4" | "ipv6"): Names =>
  ({ tiers }) =>
    tiers.filter(({ subnets }) => subnets.some((subnet) => subnet[family] !== null));
const loadBalancers: Names = (network) => network.loadBalancers;
const instances: Names = ({ compute }) => compute.instances;
const databaseClusters: Names = ({ rds }) => rds.clusters;
const replicationGroups: Names = ({ elasticache }) => elasticache.replicationGroups;
const clusters: Names = ({ eks }) => eks.clusters;

const SHOWN: Readonly<Record<NamedOutput, Names>> = {
  subnetIds: ({ tiers }) => tiers,
  subnetIpv6CidrBlocks: tiersWith("ipv6"),
  subnetIpv4CidrBlocks: tiersWith("ipv4"),
  natGatewayPublicIps: ({ natGateways }) => natGateways,
  securityGroupId: ({ securityGroups }) => securityGroups,
  loadBalancerDnsName: loadBalancers,
  loadBalancerArn: loadBalancers,
  loadBalancerZoneId: loadBalancers,
  targetGroupArn: ({ targetGroups }) => targetGroups,
  autoScalingGroupName: ({ compute }) => compute.autoScalingGroups,
  instanceId: instances,
  instanceIpv6Addresses: instances,
  instanceElasticIp: ({ compute }) => compute.instances.filter(({ elasticIp }) => elasticIp),
  vpcPeeringConnectionId: ({ vpcPeeringConnections }) => vpcPeeringConnections,
  transitGatewayId: ({ transitGatewayAttachments }) => transitGatewayAttachments,
  hostedZoneNameServers: ({ route53 }) => route53.hostedZones,
  launchTemplateId: ({ compute }) => compute.launchTemplates,
  eksClusterName: clusters,
  eksClusterEndpoint: clusters,
  databaseAddress: ({ rds }) => rds.instances,
  databaseClusterAddress: databaseClusters,
  databaseClusterReaderAddress: databaseClusters,
  cacheConfigurationEndpoint: ({ elasticache }) => elasticache.clusters,
  cachePrimaryEndpoint: replicationGroups,
  cacheReaderEndpoint: replicationGroups,
  lambdaFunctionArn: ({ lambda }) => lambda.functions,
};

/** Outputs show what is there. */
export function pruneOutputs(network: Network): Network {
  return { ...network, outputs: network.outputs.filter(({ value }) => isShown(network, value)) };
}

function isShown(network: Network, value: OutputValue): boolean {
  switch (value.kind) {
    case "vpc":
      return value.attribute !== "ipv6CidrBlock" || network.vpc.ipv6 !== null;
    case "egressOnlyInternetGatewayId":
      return network.egressOnlyInternetGateway;
    default:
      return namesOf(SHOWN[value.kind](network)).has(value.name);
  }
}
