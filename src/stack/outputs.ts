import type { Construct } from "constructs";
import { assertNever, invariant } from "../base/invariant.ts";
import type { NamedOutput, Network, OutputValue } from "../model/types/network.ts";
import type { Subnet } from "../model/types/subnets.ts";
import { TerraformOutput } from "./engine.ts";
import { omitNull } from "./omit-null.ts";
import {
  type ComputeMade,
  type EksMade,
  type ElasticacheMade,
  type ElasticIpsMade,
  type LambdaMade,
  type LoadBalancingMade,
  type NetworkMade,
  type RdsMade,
  type Route53Made,
  resourceFor,
} from "./resources.ts";

type NeededByOutputs = NetworkMade &
  ComputeMade &
  LoadBalancingMade &
  LambdaMade &
  EksMade &
  RdsMade &
  ElasticacheMade &
  ElasticIpsMade &
  Route53Made;

/** What an output shows of the entity of that name; lists are in the order of the zones. */
type Show = (made: NeededByOutputs, name: string, network: Network) => string | string[];

const SHOW: Readonly<Record<NamedOutput, Show>> = {
  subnetIds: (made, name, network) =>
    subnetsOf(network, name).map(({ id }) => resourceFor(made.subnets, id).id),
  subnetIpv6CidrBlocks: (made, name, network) =>
    subnetsOf(network, name).map(({ id }) => resourceFor(made.subnets, id).ipv6CidrBlock),
  subnetIpv4CidrBlocks: (made, name, network) =>
    subnetsOf(network, name).map(({ id }) => resourceFor(made.subnets, id).cidrBlock),
  natGatewayPublicIps: (made, name, network) =>
    zonalNatGatewaysOf(network, name).map(({ id }) => resourceFor(made.natGatewayAddresses, id).publicIp),
  securityGroupId: (made, name) => resourceFor(made.securityGroups, name).id,
  loadBalancerDnsName: (made, name) => resourceFor(made.loadBalancers, name).dnsName,
  loadBalancerArn: (made, name) => resourceFor(made.loadBalancers, name).arn,
  loadBalancerZoneId: (made, name) => resourceFor(made.loadBalancers, name).zoneId,
  targetGroupArn: (made, name) => resourceFor(made.targetGroups, name).arn,
  autoScalingGroupName: (made, name) => resourceFor(made.autoScalingGroups, name).name,
  instanceId: (made, name) => resourceFor(made.instances, name).id,
  instanceIpv6Addresses: (made, name) => resourceFor(made.instances, name).ipv6Addresses,
  instanceElasticIp: (made, name) => resourceFor(made.elasticIps, name).publicIp,
  vpcPeeringConnectionId: (made, name) => resourceFor(made.vpcPeeringConnections, name).id,
  transitGatewayId: (made, name) => resourceFor(made.transitGateways, name).id,
  hostedZoneNameServers: (made, name) => resourceFor(made.hostedZones, name).nameServers,
  eksClusterName: (made, name) => resourceFor(made.eksClusters, name).name,
  eksClusterEndpoint: (made, name) => resourceFor(made.eksClusters, name).endpoint,
  databaseAddress: (made, name) => resourceFor(made.databases, name).address,
  databaseClusterAddress: (made, name) => resourceFor(made.databaseClusters, name).endpoint,
  databaseClusterReaderAddress: (made, name) => resourceFor(made.databaseClusters, name).readerEndpoint,
  cacheConfigurationEndpoint: (made, name) => resourceFor(made.cacheClusters, name).configurationEndpoint,
  cachePrimaryEndpoint: (made, name) => resourceFor(made.replicationGroups, name).primaryEndpointAddress,
  cacheReaderEndpoint: (made, name) => resourceFor(made.replicationGroups, name).readerEndpointAddress,
  lambdaFunctionArn: (made, name) => resourceFor(made.lambdaFunctions, name).arn,
  launchTemplateId: (made, name) => resourceFor(made.launchTemplates, name).id,
};

/** Adds the Terraform outputs, each under the author's name for it. */
export function addOutputs(scope: Construct, network: Network, made: NeededByOutputs): void {
  for (const output of network.outputs) {
    new TerraformOutput(scope, `output.${output.name}`, {
      value: shown(made, network, output.value),
      ...omitNull({ description: output.description, sensitive: output.sensitive ? true : null }),
    });
  }
}

function shown(made: NeededByOutputs, network: Network, value: OutputValue): string | string[] {
  switch (value.kind) {
    case "vpc":
      return ofVpc(made, value.attribute);
    case "egressOnlyInternetGatewayId": {
      const gateway = made.egressOnlyInternetGateway;
      invariant(gateway !== null, "an output shows an egress-only internet gateway that was not made");
      return gateway.id;
    }
    default:
      return SHOW[value.kind](made, value.name, network);
  }
}

type VpcAttribute = Extract<OutputValue, { kind: "vpc" }>["attribute"];

function ofVpc(made: NeededByOutputs, attribute: VpcAttribute): string {
  switch (attribute) {
    case "id":
      return made.vpc.id;
    case "arn":
      return made.vpc.arn;
    case "ipv4CidrBlock":
      return resourceFor(made.ipv4Blocks, "main").cidr;
    case "ipv6CidrBlock":
      return resourceFor(made.ipv6Blocks, "main").cidr;
    default:
      return assertNever(attribute);
  }
}

function subnetsOf(network: Network, tierName: string): readonly Subnet[] {
  const tier = network.tiers.find(({ name }) => name === tierName);
  invariant(tier !== undefined, `an output shows the unknown tier ${tierName}`);
  return tier.subnets;
}

function zonalNatGatewaysOf(network: Network, gatewayName: string) {
  const gateway = network.natGateways.find(({ name }) => name === gatewayName);
  invariant(gateway !== undefined, `an output shows the unknown NAT gateway ${gatewayName}`);
  return gateway.gateways;
}
