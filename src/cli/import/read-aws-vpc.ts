import { DescribeAddressesCommand, EC2Client, paginateDescribeInstances } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { RDSClient } from "@aws-sdk/client-rds";
import { AwsRefusal, ask, askAll } from "../../importer/aws/ask.ts";
import { askBalancing } from "../../importer/aws/ask-balancing.ts";
import { askDatabases } from "../../importer/aws/ask-databases.ts";
import { askNetwork, askVpc, type ToldNetwork } from "../../importer/aws/ask-network.ts";
import { askOthers } from "../../importer/aws/ask-others.ts";
import { mapLoadBalancer, mapTargetGroup } from "../../importer/aws/map-balancing.ts";
import { mapAddresses, mapInstances } from "../../importer/aws/map-compute.ts";
import { mapNetworkAcl, mapSecurityGroups } from "../../importer/aws/map-filtering.ts";
import {
  mapGateway,
  mapNatGateways,
  mapRouteTable,
  mapSubnet,
  mapVpc,
  mapVpcEndpoint,
} from "../../importer/aws/map-network.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import type { Terminal } from "../terminal.ts";
import { explainRefusal, vpcNotFound } from "./explain-refusal.ts";
import type { Imported } from "./read-state-file.ts";

interface VpcInRegion {
  readonly vpcId: string;
  readonly region: string;
}

/** Reads a VPC from AWS with the credentials of the environment. Nothing but `Describe` is asked. */
export async function readAwsVpc(target: VpcInRegion, terminal: Terminal): Promise<Imported> {
  const { vpcId, region } = target;
  try {
    terminal.err(`reading ${vpcId} in ${region}\n`);
    const inventory = await readInventory(target, terminal);
    return inventory === null
      ? { inventory, finding: vpcNotFound(vpcId, region) }
      : { inventory, finding: null };
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return { inventory: null, finding: explainRefusal(error, vpcId, region) };
  }
}

async function readInventory({ vpcId, region }: VpcInRegion, terminal: Terminal): Promise<Inventory | null> {
  const ec2 = new EC2Client({ region });
  const told = await askVpc(ec2, vpcId);
  if (told === null) return null;
  const vpc = mapVpc(told);
  const toldNetwork = await askNetwork(ec2, vpcId);
  const network = mapNetwork(toldNetwork);
  terminal.err(`reading what stands in its ${network.subnets.length} subnets\n`);
  const [hosts, balancing, databases, others] = await Promise.all([
    askHosts(ec2, vpcId),
    askBalancing(new ElasticLoadBalancingV2Client({ region }), vpcId),
    askDatabases(new RDSClient({ region }), vpcId),
    askOthers(ec2, vpc, interfacesOf(toldNetwork)),
  ]);
  return {
    region,
    vpc,
    ...network,
    ...hosts,
    ...databases,
    loadBalancers: balancing.loadBalancers.map(mapLoadBalancer),
    targetGroups: balancing.targetGroups.map(mapTargetGroup),
    others,
  };
}

function mapNetwork(told: ToldNetwork) {
  return {
    subnets: told.subnets.map(mapSubnet),
    routeTables: told.routeTables.map(mapRouteTable),
    internetGateways: told.internetGateways.map((one) => mapGateway(one.InternetGatewayId, one.Tags)),
    egressOnlyInternetGateways: told.egressOnlyInternetGateways.map((one) =>
      mapGateway(one.EgressOnlyInternetGatewayId, one.Tags),
    ),
    natGateways: mapNatGateways(told.natGateways),
    networkAcls: told.networkAcls.map(mapNetworkAcl),
    securityGroups: mapSecurityGroups(told.securityGroups, told.securityGroupRules),
    vpcEndpoints: told.vpcEndpoints.filter(({ State }) => !/^delet/i.test(State ?? "")).map(mapVpcEndpoint),
  };
}

/** Of NAT gateways and endpoints; those of hosts and balancers say whose they are. */
function interfacesOf({ natGateways, vpcEndpoints }: ToldNetwork): ReadonlySet<string> {
  const addresses = natGateways.flatMap(({ NatGatewayAddresses = [] }) => NatGatewayAddresses);
  return new Set([
    ...addresses.flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []),
    ...vpcEndpoints.flatMap(({ NetworkInterfaceIds = [] }) => NetworkInterfaceIds),
  ]);
}

async function askHosts(client: EC2Client, vpcId: string) {
  const pages = paginateDescribeInstances({ client }, { Filters: [{ Name: "vpc-id", Values: [vpcId] }] });
  const [reservations, { Addresses = [] }] = await Promise.all([
    askAll("ec2:DescribeInstances", pages, (page) => page.Reservations),
    ask("ec2:DescribeAddresses", () => client.send(new DescribeAddressesCommand({}))),
  ]);
  return {
    instances: mapInstances(reservations.flatMap(({ Instances = [] }) => Instances)),
    addresses: mapAddresses(Addresses),
  };
}
