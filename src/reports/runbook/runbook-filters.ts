import { protocolOfNumber, protocols } from "../../aws/protocols.ts";
import { formatPrefix } from "../../base/prefix.ts";
import type {
  NetworkAcl,
  NetworkAclEntry,
  Peer,
  PortRange,
  SecurityGroup,
  SecurityGroupRule,
} from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import { ipv4BlockOf, ipv6BlockOf, nameTag, vpcIpv4Block, vpcIpv6Block } from "./runbook-names.ts";
import { cliFilter, cliQuery, VPC_FILTER } from "./runbook-shell.ts";
import { listed, type RunbookStep, step } from "./runbook-step.ts";

/** The steps that show network ACLs and security groups through the AWS CLI. */
export function filterSteps(network: Network): readonly RunbookStep[] {
  return [
    ...network.networkAcls.map((acl) => networkAclStep(network, acl)),
    ...network.securityGroups.map((group) => securityGroupStep(network, group)),
  ];
}

function networkAclStep(network: Network, acl: NetworkAcl): RunbookStep {
  const hasIcmpv6 = acl.entries.some(({ protocol }) => protocol === String(protocols.icmpv6.number));
  return step(
    `Network ACL ${acl.name}`,
    [
      `aws ec2 describe-network-acls --filters ${VPC_FILTER} ${cliFilter("tag:Name", nameTag(acl))} ` +
        cliQuery(
          "NetworkAcls[].{subnets:Associations[].SubnetId,entries:Entries[].[Egress,RuleNumber,RuleAction,Protocol,CidrBlock||Ipv6CidrBlock,PortRange,IcmpTypeCode]}",
        ),
    ],
    [
      `Associated with ${listed(acl.subnets)}. AWS adds the last two entries, 32767 and 32768: deny all.`,
      "A network ACL keeps no state: answers need an entry of their own, and the first entry that fits decides.",
      ...(hasIcmpv6
        ? [
            "ICMPv6 stands as protocol `58`; type 2, Packet Too Big, must come through or large packets vanish.",
          ]
        : []),
    ],
    {
      columns: ["direction", "number", "action", "protocol", "block", "ports or type/code"],
      rows: acl.entries.map((entry) => aclRow(network, entry)),
    },
  );
}

function aclRow(network: Network, entry: NetworkAclEntry): readonly string[] {
  const { cidr, icmp, ports } = entry;
  return [
    entry.direction,
    String(entry.ruleNumber),
    entry.action,
    withName(entry.protocol),
    blockText(network, cidr),
    icmp === null ? range(ports) : `${icmp.type}/${icmp.code}`,
  ];
}

function blockText(network: Network, cidr: NetworkAclEntry["cidr"]): string {
  switch (cidr.kind) {
    case "cidr":
      return formatPrefix(cidr.cidr.prefix);
    case "vpc":
      return cidr.family === "ipv4" ? vpcIpv4Block(network, cidr.block) : vpcIpv6Block(network, cidr.block);
    case "cidr-elsewhere":
      return cidr.text;
  }
}

function securityGroupStep(network: Network, group: SecurityGroup): RunbookStep {
  return step(
    `Security group ${group.name}`,
    [
      `GROUP=$(aws ec2 describe-security-groups --filters ${VPC_FILTER} ${cliFilter("tag:Name", nameTag(group))} --query 'SecurityGroups[0].GroupId' --output text)`,
      'aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$GROUP" ' +
        `${cliQuery("SecurityGroupRules[].{egress:IsEgress,protocol:IpProtocol,from:FromPort,to:ToPort,ipv4:CidrIpv4,ipv6:CidrIpv6,group:ReferencedGroupInfo.GroupId,list:PrefixListId}")} --output table`,
    ],
    group.rules.some(({ direction }) => direction === "egress")
      ? []
      : ["No rule outbound: its hosts may answer, but not call."],
    {
      columns: ["direction", "protocol", "ports or type/code", "from or to"],
      rows: group.rules.map((rule) => ruleRow(network, rule)),
    },
  );
}

function ruleRow(network: Network, rule: SecurityGroupRule): readonly string[] {
  const isIcmp = rule.protocol === "icmp" || rule.protocol === "icmpv6";
  const { ports } = rule;
  const icmp = isIcmp && ports !== null ? `${ports.from}/${ports.to}` : null;
  return [rule.direction, withName(rule.protocol), icmp ?? range(ports), peerOf(network, rule.peer)];
}

function peerOf(network: Network, peer: Peer): string {
  switch (peer.kind) {
    case "cidr":
      return formatPrefix(peer.cidr.prefix);
    case "vpc-cidr":
      return peer.family === "ipv4" ? vpcIpv4Block(network, peer.block) : vpcIpv6Block(network, peer.block);
    case "subnet-cidr": {
      const subnet = network.tiers.flatMap(({ subnets }) => subnets).find(({ id }) => id === peer.subnet);
      const block = subnet && (peer.family === "ipv4" ? ipv4BlockOf(subnet) : ipv6BlockOf(network, subnet));
      return block ?? peer.subnet;
    }
    case "security-group":
      return `sg-… (${peer.name})`;
    case "cidr-elsewhere":
      return peer.text;
    case "security-group-id":
    case "prefix-list-id":
      return peer.id;
    case "prefix-list":
    case "managed-prefix-list":
      return `pl-… (${peer.name})`;
  }
}

function range(ports: PortRange | null): string {
  if (ports === null) return "all";
  return ports.from === ports.to ? String(ports.from) : `${ports.from}-${ports.to}`;
}

/** `58 (icmpv6)`: what the API shows, and what it is called. */
function withName(protocol: string): string {
  if (protocol === "-1") return "-1 (all)";
  const known = /^\d+$/.test(protocol) ? protocolOfNumber(Number(protocol)) : null;
  return known === null ? protocol : `${protocol} (${known.securityGroupWord})`;
}
