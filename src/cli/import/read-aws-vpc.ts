import { DescribeAddressesCommand, type EC2Client, paginateDescribeInstances } from "@aws-sdk/client-ec2";
import { AwsRefusal, ask, askAll } from "../../importer/aws/ask.ts";
import { askBalancing } from "../../importer/aws/ask-balancing.ts";
import { askDatabases } from "../../importer/aws/ask-databases.ts";
import {
  askNetwork,
  askSecurityGroupRules,
  askVpc,
  type ToldNetwork,
} from "../../importer/aws/ask-network.ts";
import { askOthers } from "../../importer/aws/ask-others.ts";
import { mapLoadBalancer, mapTargetGroup } from "../../importer/aws/map-balancing.ts";
import { mapAddresses, mapInstances } from "../../importer/aws/map-compute.ts";
import { mapNetworkAcl, mapSecurityGroups } from "../../importer/aws/map-filtering.ts";
import {
  mapGateway,
  mapNatGateways,
  mapPrefixList,
  mapRouteTable,
  mapSubnet,
  mapVpc,
  mapVpcEndpoint,
} from "../../importer/aws/map-network.ts";
import type { Inventory } from "../../importer/types/inventory.ts";
import { groupsWithoutRuleIds, withRuleIds } from "../../importer/with-rule-ids.ts";
import type { Terminal } from "../terminal.ts";
import { ANSWER_WITHIN, type AwsClients, awsClients } from "./aws-clients.ts";
import { explainRefusal, vpcNotFound } from "./explain-refusal.ts";
import type { Imported } from "./read-state-file.ts";

interface VpcInRegion {
  readonly vpcId: string;
  readonly region: string;
}

/** Reads a VPC from AWS with the credentials of the environment. Nothing but `Describe` is asked. `answerWithin`: milliseconds. */
export async function readAwsVpc(
  target: VpcInRegion,
  terminal: Pick<Terminal, "err">,
  answerWithin = ANSWER_WITHIN,
): Promise<Imported> {
  const { vpcId, region } = target;
  try {
    terminal.err(`reading ${vpcId} in ${region}\n`);
    const inventory = await readInventory(target, awsClients(region, answerWithin), terminal);
    return inventory === null
      ? { inventory, finding: vpcNotFound(vpcId, region) }
      : { inventory, finding: null };
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return { inventory: null, finding: explainRefusal(error, vpcId, region) };
  }
}

async function readInventory(
  { vpcId, region }: VpcInRegion,
  { ec2, balancing: elb, rds }: AwsClients,
  terminal: Pick<Terminal, "err">,
): Promise<Inventory | null> {
  const told = await askVpc(ec2, vpcId);
  if (told === null) return null;
  const vpc = mapVpc(told);
  const toldNetwork = await askNetwork(ec2, vpcId);
  const network = mapNetwork(toldNetwork);
  terminal.err(`reading what stands in its ${network.subnets.length} subnets\n`);
  const [hosts, balancing, databases, others] = await Promise.all([
    askHosts(ec2, vpcId),
    askBalancing(elb, vpcId),
    askDatabases(rds, vpcId),
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
    prefixLists: told.prefixLists.map(mapPrefixList),
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

/** Asks AWS for what a state does not hold: the ids of rules that stand inside their security groups. */
export async function readRuleIds(
  inventory: Inventory,
  region: string,
  terminal: Pick<Terminal, "err">,
): Promise<Imported> {
  const groups = groupsWithoutRuleIds(inventory);
  if (groups.length === 0) return { inventory, finding: null };
  terminal.err(`reading the rules of ${groups.length} security groups in ${region}\n`);
  try {
    const rules = await askSecurityGroupRules(awsClients(region, ANSWER_WITHIN).ec2, groups);
    const told = mapSecurityGroups(
      groups.map((GroupId) => ({ GroupId })),
      rules,
    );
    return { inventory: withRuleIds(inventory, told), finding: null };
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    return { inventory: null, finding: explainRefusal(error, inventory.vpc.id, region) };
  }
}
