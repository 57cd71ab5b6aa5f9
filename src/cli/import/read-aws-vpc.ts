import { DescribeAddressesCommand, type EC2Client, paginateDescribeInstances } from "@aws-sdk/client-ec2";
import { AwsRefusal, ask, askAll, isDenied } from "../../importer/aws/ask.ts";
import { askBalancing } from "../../importer/aws/ask-balancing.ts";
import { askDatabases } from "../../importer/aws/ask-databases.ts";
import { askFleet } from "../../importer/aws/ask-fleet.ts";
import { askFlowLogs } from "../../importer/aws/ask-flow-logs.ts";
import { askLinks } from "../../importer/aws/ask-links.ts";
import {
  askNetwork,
  askSecurityGroupRules,
  askVpc,
  type ToldNetwork,
} from "../../importer/aws/ask-network.ts";
import { askEndpointServices, askOthers } from "../../importer/aws/ask-others.ts";
import { askRecords } from "../../importer/aws/ask-records.ts";
import { askSubnetGroups } from "../../importer/aws/ask-subnet-groups.ts";
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
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import type { Terminal } from "../terminal.ts";
import { askRights, policyFor } from "./ask-rights.ts";
import {
  ANSWER_WITHIN,
  type AwsClients,
  awsClients,
  type Patience,
  type VpcInRegion,
  WAIT_WORDS_AFTER,
} from "./aws-clients.ts";
import { explainRefusal, vpcNotFound } from "./explain-refusal.ts";
import type { Imported } from "./read-state-file.ts";

/** Reads a VPC from AWS with the credentials of the environment. Nothing but `Describe`, `Get` and `List` is asked. */
export async function readAwsVpc(
  target: VpcInRegion,
  terminal: Pick<Terminal, "err">,
  patience: Partial<Patience> = {},
): Promise<Imported> {
  const { vpcId, region } = target;
  const clients = clientsFor(region, terminal, patience);
  try {
    terminal.err(`reading ${vpcId} in ${region}\n`);
    const inventory = await readInventory(target, clients, terminal);
    return inventory === null
      ? { inventory, finding: vpcNotFound(vpcId, region) }
      : { inventory, finding: null };
  } catch (error) {
    return refused(error, target, clients, askRights);
  }
}

function clientsFor(
  region: string,
  { err }: Pick<Terminal, "err">,
  patience: Partial<Patience> = {},
): AwsClients {
  return awsClients(region, {
    answerWithin: ANSWER_WITHIN,
    wordsAfter: WAIT_WORDS_AFTER,
    say: err,
    ...patience,
  });
}

/** Where a right is missing, all are asked for, so that nobody has to come back for the next one. */
async function refused(
  error: unknown,
  { vpcId, region }: VpcInRegion,
  clients: AwsClients,
  rights: (clients: AwsClients, target: VpcInRegion) => Promise<readonly string[]>,
): Promise<Imported> {
  if (!(error instanceof AwsRefusal)) throw error;
  const place = { vpcId, region, env: process.env };
  if (!isDenied(error.cause)) return { inventory: null, finding: explainRefusal(error, place, []) };
  const missing = [...new Set([error.action, ...(await rights(clients, { vpcId, region }))])].sort();
  return { inventory: null, finding: explainRefusal(error, place, missing), policy: policyFor(missing) };
}

async function readInventory(
  { vpcId, region }: VpcInRegion,
  { ec2, scaling, balancing: elb, rds, elastiCache, redshift, route53 }: AwsClients,
  terminal: Pick<Terminal, "err">,
): Promise<Inventory | null> {
  const told = await askVpc(ec2, vpcId);
  if (told === null) return null;
  const vpc = mapVpc(told);
  const toldNetwork = await askNetwork(ec2, vpcId);
  const network = mapNetwork(toldNetwork);
  terminal.err(`reading what stands in its ${network.subnets.length} subnets\n`);
  const subnetIds = new Set(network.subnets.map(({ id }) => id));
  const named = new Set([...subnetIds, ...network.securityGroups.map(({ id }) => id)]);
  const [fleet, hosts, balancing, databases, { links, others }, further, flows, subnetGroups] =
    await Promise.all([
      askFleet(scaling, ec2, subnetIds, named),
      askHosts(ec2, vpcId),
      askBalancing(elb, vpcId),
      askDatabases(rds, vpcId),
      askLinks(ec2, vpcId),
      askOthers(ec2, vpc, interfacesOf(toldNetwork)),
      askFlowLogs(ec2, vpcId, [...subnetIds]),
      askSubnetGroups(elastiCache, redshift, vpcId),
    ]);
  const arns = balancing.loadBalancers.flatMap(({ LoadBalancerArn }) => LoadBalancerArn ?? []);
  const services = await askEndpointServices(ec2, arns);
  terminal.err("reading the DNS records that lead to it\n");
  const balancers = balancing.loadBalancers.flatMap(({ DNSName }) => DNSName ?? []);
  const records = await askRecords(route53, { vpcId, region, balancers });
  return {
    region,
    vpc,
    ...network,
    ...fleet,
    ...hosts,
    ...databases,
    loadBalancers: balancing.loadBalancers.map(mapLoadBalancer),
    targetGroups: balancing.targetGroups.map(mapTargetGroup),
    links,
    flowLogs: flows.flowLogs,
    others: [...others, ...further, ...flows.others, ...services, ...subnetGroups, ...records],
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

/** In another region AWS knows none of the groups. */
function elsewhere({ region, vpc }: Inventory, asked: string): Finding {
  const message = `the VPC ${vpc.id} is in ${region}, as the state says, and not in ${asked}`;
  return findingAbout("--region", "import/another-region", message, `use --region ${region}`);
}

/** Asks AWS for what a state does not hold: the ids of rules that stand inside their security groups. */
export async function readRuleIds(
  inventory: Inventory,
  region: string,
  terminal: Pick<Terminal, "err">,
): Promise<Imported> {
  if (region !== inventory.region) return { inventory: null, finding: elsewhere(inventory, region) };
  const groups = groupsWithoutRuleIds(inventory);
  if (groups.length === 0) return { inventory, finding: null };
  terminal.err(`reading the rules of ${groups.length} security groups in ${region}\n`);
  const clients = clientsFor(region, terminal);
  try {
    const rules = await askSecurityGroupRules(clients.ec2, groups);
    const told = mapSecurityGroups(
      groups.map((GroupId) => ({ GroupId })),
      rules,
    );
    return { inventory: withRuleIds(inventory, told), finding: null };
  } catch (error) {
    // Of the rules alone, for nothing else is read.
    return refused(error, { vpcId: inventory.vpc.id, region }, clients, async () => []);
  }
}
