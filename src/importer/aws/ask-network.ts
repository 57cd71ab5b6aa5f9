import {
  DescribeVpcAttributeCommand,
  type EC2Client,
  type Filter,
  paginateDescribeEgressOnlyInternetGateways,
  paginateDescribeInternetGateways,
  paginateDescribeManagedPrefixLists,
  paginateDescribeNatGateways,
  paginateDescribeNetworkAcls,
  paginateDescribeRouteTables,
  paginateDescribeSecurityGroupRules,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
  type SecurityGroupRule,
} from "@aws-sdk/client-ec2";
import type { ToldVpc } from "../fields/vpc.ts";
import { AwsRefusal, ask, askAll } from "./ask.ts";

/** Asks for the VPC; none when there is no such VPC in the region. */
export async function askVpc(client: EC2Client, vpcId: string): Promise<ToldVpc | null> {
  const filters = [{ Name: "vpc-id", Values: [vpcId] }];
  const pages = paginateDescribeVpcs({ client }, { Filters: filters });
  const [vpc] = await askAll("ec2:DescribeVpcs", pages, (page) => page.Vpcs);
  if (vpc === undefined) return null;
  const attribute = (Attribute: "enableDnsSupport" | "enableDnsHostnames") =>
    ask("ec2:DescribeVpcAttribute", () =>
      client.send(new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute })),
    );
  const [support, hostnames] = await Promise.all([
    attribute("enableDnsSupport"),
    attribute("enableDnsHostnames"),
  ]);
  return {
    ...vpc,
    enableDnsSupport: support.EnableDnsSupport?.Value,
    enableDnsHostnames: hostnames.EnableDnsHostnames?.Value,
  };
}

/** Asks for subnets, tables, gateways, filters and endpoints of the VPC. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a question for each kind of resource
export async function askNetwork(client: EC2Client, vpcId: string) {
  const inVpc = { Filters: [{ Name: "vpc-id", Values: [vpcId] }] };
  const attached = { Filters: [{ Name: "attachment.vpc-id", Values: [vpcId] }] };
  const at = { client };
  const [
    subnets,
    routeTables,
    internetGateways,
    egressOnly,
    natGateways,
    networkAcls,
    securityGroups,
    vpcEndpoints,
  ] = await Promise.all([
    askAll("ec2:DescribeSubnets", paginateDescribeSubnets(at, inVpc), (page) => page.Subnets),
    askAll("ec2:DescribeRouteTables", paginateDescribeRouteTables(at, inVpc), (page) => page.RouteTables),
    askAll(
      "ec2:DescribeInternetGateways",
      paginateDescribeInternetGateways(at, attached),
      (page) => page.InternetGateways,
    ),
    // There is no filter for the VPC.
    askAll(
      "ec2:DescribeEgressOnlyInternetGateways",
      paginateDescribeEgressOnlyInternetGateways(at, {}),
      (page) => page.EgressOnlyInternetGateways,
    ),
    askAll(
      "ec2:DescribeNatGateways",
      paginateDescribeNatGateways(at, { Filter: inVpc.Filters }),
      (page) => page.NatGateways,
    ),
    askAll("ec2:DescribeNetworkAcls", paginateDescribeNetworkAcls(at, inVpc), (page) => page.NetworkAcls),
    askAll(
      "ec2:DescribeSecurityGroups",
      paginateDescribeSecurityGroups(at, inVpc),
      (page) => page.SecurityGroups,
    ),
    askAll("ec2:DescribeVpcEndpoints", paginateDescribeVpcEndpoints(at, inVpc), (page) => page.VpcEndpoints),
  ]);
  const ids = securityGroups.map(({ GroupId }) => GroupId ?? "");
  const securityGroupRules = await askSecurityGroupRules(client, ids);
  const prefixLists = await askPrefixLists(client, securityGroupRules);
  const own = egressOnly.filter(({ Attachments = [] }) => Attachments.some((one) => one.VpcId === vpcId));
  return {
    subnets,
    routeTables,
    internetGateways,
    egressOnlyInternetGateways: own,
    natGateways,
    networkAcls,
    securityGroups,
    securityGroupRules,
    vpcEndpoints,
    prefixLists,
  };
}

/** A filter takes at most 200 values. */
const MOST_VALUES = 200;

/** The rules of security groups, by the ids of the groups. */
export async function askSecurityGroupRules(client: EC2Client, groups: readonly string[]) {
  const chunks = Array.from({ length: Math.ceil(groups.length / MOST_VALUES) }, (_, index): Filter[] => [
    { Name: "group-id", Values: groups.slice(index * MOST_VALUES, (index + 1) * MOST_VALUES) },
  ]);
  const answers = await Promise.all(
    chunks.map((Filters) =>
      askAll(
        "ec2:DescribeSecurityGroupRules",
        paginateDescribeSecurityGroupRules({ client }, { Filters }),
        (page) => page.SecurityGroupRules,
      ),
    ),
  );
  return answers.flat();
}

/** The lists that the rules name; none where AWS refuses to tell, for then their family is not known, and that is all. */
async function askPrefixLists(client: EC2Client, rules: readonly SecurityGroupRule[]) {
  const ids = [...new Set(rules.flatMap(({ PrefixListId }) => PrefixListId ?? []))];
  if (ids.length === 0) return [];
  const lists = askAll(
    "ec2:DescribeManagedPrefixLists",
    paginateDescribeManagedPrefixLists({ client }, {}),
    (page) => page.PrefixLists,
  );
  const told = await lists.catch((error: unknown) => {
    if (error instanceof AwsRefusal) return [];
    throw error;
  });
  return told.filter(({ PrefixListId = "" }) => ids.includes(PrefixListId));
}

/** What AWS tells of the network. */
export type ToldNetwork = Awaited<ReturnType<typeof askNetwork>>;
