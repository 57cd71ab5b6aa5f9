import { formatPrefix } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { Network } from "../../model/types/network.ts";
import type { RouteTable } from "../../model/types/routing.ts";
import type { Tier } from "../../model/types/subnets.ts";
import { ipv4BlockOf, ipv6BlockOf, nameTag, targetOf, vpcIpv4Block, vpcIpv6Block } from "./runbook-names.ts";
import { cliFilter, cliQuery, shellQuote, VPC_FILTER } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";

/** The steps that show the VPC, its subnets, gateways, route tables and endpoints through the AWS CLI. */
export function networkSteps(network: Network): readonly RunbookStep[] {
  return [
    vpcStep(network),
    ...network.tiers.map((tier) => subnetsStep(network, tier)),
    ...gatewaySteps(network),
    ...network.routeTables.map((table) => routesStep(network, table)),
    ...endpointSteps(network),
    ...flowLogSteps(network),
  ];
}

function vpcStep(network: Network): RunbookStep {
  const { vpc } = network;
  const name = nameTag({ displayName: network.awsName, tags: vpc.tags });
  const ipv6 = ipv6Blocks(vpc);
  return step(
    "The VPC and its blocks",
    [
      `export AWS_REGION=${shellQuote(network.region)}`,
      `VPC=$(aws ec2 describe-vpcs --filters ${cliFilter("tag:Name", name)} --query 'Vpcs[].VpcId' --output text)`,
      `aws ec2 describe-vpcs --vpc-ids "$VPC" ${cliQuery("Vpcs[].{ipv4:CidrBlockAssociationSet[].[CidrBlock,CidrBlockState.State],ipv6:Ipv6CidrBlockAssociationSet[].[Ipv6CidrBlock,Ipv6CidrBlockState.State]}")}`,
    ],
    [
      "One VPC; the steps below use `$VPC` and `$AWS_REGION`.",
      `IPv4: ${listed([vpc.ipv4, ...vpc.additionalIpv4].map(({ id }) => vpcIpv4Block(network, id)))}.`,
      ipv6.length === 0
        ? "No IPv6 block."
        : `IPv6: ${listed(ipv6.map(({ id }) => vpcIpv6Block(network, id)))}, each \`associated\`.`,
    ],
  );
}

function subnetsStep(network: Network, tier: Tier): RunbookStep {
  const isIpv6Only = tier.addressing === "ipv6-only";
  return step(
    `The subnets of tier ${tier.name}`,
    [
      `aws ec2 describe-subnets --filters ${VPC_FILTER} ${cliFilter("tag:Name", ...tier.subnets.map(nameTag))} ` +
        `${cliQuery("Subnets[].{name:Tags[?Key==`Name`]|[0].Value,zone:AvailabilityZone,ipv4:CidrBlock,ipv6:Ipv6CidrBlockAssociationSet[0].Ipv6CidrBlock,ipv6Only:Ipv6Native,dns64:EnableDns64,assignIpv6:AssignIpv6AddressOnCreation}")} --output table`,
    ],
    [
      say`${"Ipv6Native"} ${yes(isIpv6Only)}, ${"EnableDns64"} ${yes(tier.enableDns64)}, ${"AssignIpv6AddressOnCreation"} ${yes(tier.assignIpv6AddressOnCreation)}.`,
    ],
    {
      columns: ["name", "zone", "IPv4", "IPv6"],
      rows: tier.subnets.map((subnet) => [
        nameTag(subnet),
        subnet.zone.name,
        ipv4BlockOf(subnet) ?? "",
        ipv6BlockOf(network, subnet) ?? "",
      ]),
    },
  );
}

function gatewaySteps(network: Network): readonly RunbookStep[] {
  const zonal = network.natGateways.flatMap(({ gateways, connectivityType, tags }) =>
    gateways.map(({ displayName, place }) => [
      nameTag({ displayName, tags }),
      connectivityType,
      place?.subnet ?? "none: regional",
    ]),
  );
  const internet = step(
    "The internet gateway",
    [
      'aws ec2 describe-internet-gateways --filters "Name=attachment.vpc-id,Values=$VPC" ' +
        cliQuery("InternetGateways[].Attachments[]"),
    ],
    ["One, `available`."],
  );
  const egressOnly = step(
    "The egress-only internet gateway",
    [
      "aws ec2 describe-egress-only-internet-gateways " +
        "--query \"EgressOnlyInternetGateways[?Attachments[0].VpcId=='$VPC'].Attachments\"",
    ],
    ["One, `attached`. It lets hosts call out by IPv6 and lets nobody in."],
  );
  const nat = step(
    "The NAT gateways",
    [
      `aws ec2 describe-nat-gateways --filter ${VPC_FILTER} ` +
        `${cliQuery("NatGateways[].{name:Tags[?Key==`Name`]|[0].Value,type:ConnectivityType,state:State,subnet:SubnetId}")} --output table`,
    ],
    ["Each `available`. NAT64 is built in: no setting shows it."],
    { columns: ["name", "type", "in subnet"], rows: zonal },
  );
  return [
    ...(network.internetGateway ? [internet] : []),
    ...(network.egressOnlyInternetGateway ? [egressOnly] : []),
    ...(zonal.length > 0 ? [nat] : []),
  ];
}

function routesStep(network: Network, table: RouteTable): RunbookStep {
  const { vpc } = network;
  const local = [
    ...[vpc.ipv4, ...vpc.additionalIpv4].map(({ id }) => vpcIpv4Block(network, id)),
    ...ipv6Blocks(vpc).map(({ id }) => vpcIpv6Block(network, id)),
  ].map((block) => [block, "local"]);
  const endpoints = network.vpcEndpoints
    .filter(({ type }) => type.kind === "gateway" && type.routeTables.includes(table.id))
    .map((endpoint) => ["pl-…", `vpce-… (${nameTag(endpoint)})`]);
  const routes = [
    ...table.routes.map(({ destination, target }) => [
      formatPrefix(destination.prefix),
      targetOf(network, target),
    ]),
    ...table.prefixListRoutes.map(({ prefixList, target }) => [
      prefixList.kind === "prefix-list" ? `pl-… (${prefixList.name})` : prefixList.id,
      targetOf(network, target),
    ]),
  ];
  return step(
    `Route table ${table.id}`,
    [
      `aws ec2 describe-route-tables --filters ${VPC_FILTER} ${cliFilter("tag:Name", table.displayName)} ` +
        cliQuery(
          "RouteTables[].{subnets:Associations[].SubnetId,routes:Routes[].[DestinationCidrBlock||DestinationIpv6CidrBlock||DestinationPrefixListId,EgressOnlyInternetGatewayId||NatGatewayId||TransitGatewayId||VpcPeeringConnectionId||NetworkInterfaceId||CoreNetworkArn||GatewayId,State]}",
        ),
    ],
    [
      `Associated with ${listed(table.subnets)}; every route \`active\`: a \`blackhole\` has lost its target.`,
      ...(routes.length === 0 ? ["No way out of the VPC: wanted so."] : []),
    ],
    { columns: ["destination", "target"], rows: [...routes, ...endpoints, ...local] },
  );
}

function endpointSteps(network: Network): readonly RunbookStep[] {
  if (network.vpcEndpoints.length === 0) return [];
  return [
    step(
      "The VPC endpoints",
      [
        `aws ec2 describe-vpc-endpoints --filters ${VPC_FILTER} ` +
          `${cliQuery("VpcEndpoints[].{service:ServiceName,type:VpcEndpointType,addresses:IpAddressType,privateDns:PrivateDnsEnabled,state:State}")} --output table`,
      ],
      ["Each `available`."],
      {
        columns: ["service", "type", "addresses", "private DNS"],
        rows: network.vpcEndpoints.map(({ serviceName, type, ipAddressType }) => [
          serviceName,
          type.kind === "gateway" ? "Gateway" : "Interface",
          ipAddressType,
          type.kind === "gateway" ? "" : yes(type.privateDnsEnabled),
        ]),
      },
    ),
  ];
}

function flowLogSteps(network: Network): readonly RunbookStep[] {
  if (network.flowLogs.length === 0) return [];
  const fields = network.flowLogs.flatMap((log) => log.fields);
  return [
    step(
      "The flow logs",
      [
        `aws ec2 describe-flow-logs --filter ${cliFilter("tag:Name", ...network.flowLogs.map(nameTag))} ` +
          cliQuery("FlowLogs[].{status:FlowLogStatus,delivered:DeliverLogsStatus,format:LogFormat}"),
      ],
      [
        "`ACTIVE`, and no `FAILED` in `delivered`.",
        ...(fields.includes("type")
          ? ["Field `type` of a record says `IPv4` or `IPv6`: EC2's own metrics do not tell them apart."]
          : []),
      ],
    ),
  ];
}

function yes(value: boolean): string {
  return value ? "true" : "false";
}
