import type { Network } from "../../model/types/network.ts";
import type { DnsRecord } from "../../model/types/route53.ts";
import { nameTag } from "./runbook-names.ts";
import { cliFilter, cliQuery, shellQuote, VPC_FILTER } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";

/** The steps for ways to other networks, through the AWS CLI. */
export function transitSteps(network: Network): readonly RunbookStep[] {
  return [
    ...network.transitGatewayAttachments.map((attachment) =>
      step(
        `Transit gateway attachment ${attachment.name}`,
        [
          `aws ec2 describe-transit-gateway-vpc-attachments --filters ${VPC_FILTER} ${cliFilter("tag:Name", nameTag(attachment))} ` +
            cliQuery("TransitGatewayVpcAttachments[].[State,Options.Ipv6Support,SubnetIds]"),
        ],
        [
          `${say`${"available"}, ${"Ipv6Support"} ${attachment.ipv6Support}`}, in ${listed(attachment.subnets)}.`,
          "The transit gateway's own route table has this VPC's IPv6 block; the far side has a route back for each family.",
        ],
      ),
    ),
    ...network.vpcPeeringConnections.map((connection) =>
      step(
        `VPC peering connection ${connection.name}`,
        [
          `aws ec2 describe-vpc-peering-connections --filters ${cliFilter("tag:Name", nameTag(connection))} ` +
            cliQuery(
              "VpcPeeringConnections[].[Status.Code,RequesterVpcInfo.Ipv6CidrBlockSet,AccepterVpcInfo.Ipv6CidrBlockSet]",
            ),
        ],
        [
          "`active`, with IPv6 blocks on both sides. Nothing is learned: both sides need a route for each family.",
        ],
      ),
    ),
  ];
}

/** The steps that ask for the records of the blueprint. */
export function recordSteps({ route53 }: Network): readonly RunbookStep[] {
  return route53.hostedZones.flatMap((zone) => {
    const records = route53.records.filter(({ hostedZone }) => hostedZone === zone.name);
    if (records.length === 0) return [];
    return [
      step(
        `Records of ${zone.domain}`,
        records.map(({ fullName, type }) => `dig +short -q ${shellQuote(fullName)} -t ${type}`),
        [
          ...(zone.isPrivate ? ["Inside the VPC only: the zone is private."] : []),
          ...(zone.source.kind === "public"
            ? ["No answer: the domain is not delegated to the zone's name servers."]
            : []),
          "A name with an A and no AAAA record is an IPv4-only service to all who ask, whatever the host has.",
        ],
        {
          columns: ["name", "type", "shows"],
          rows: records.map((one) => [one.fullName, one.type, shown(one)]),
        },
      ),
    ];
  });
}

function shown({ content }: DnsRecord): string {
  switch (content.kind) {
    case "alias":
      return `the addresses of load balancer ${content.loadBalancer}`;
    case "instance-address":
      return `${content.address} of instance ${content.instance}`;
    case "database":
      return `the endpoint of ${content.database}`;
    case "values":
      return content.values.map(({ text }) => text).join(" ");
  }
}
