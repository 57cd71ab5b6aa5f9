import { protocolOfNumber, protocols } from "../../aws/protocols.ts";
import type { FoundNetworkAcl, FoundNetworkAclEntry, FoundPorts } from "../types/filtering.ts";
import type { StateResources } from "./resources.ts";
import { nameTag, type Values } from "./values.ts";

/** AWS's own last entry. */
const CATCH_ALL = 32767;

/** The VPC's network ACLs. */
export function readNetworkAcls(resources: StateResources, vpcId: string): readonly FoundNetworkAcl[] {
  const acls = resources.having("vpc_id", vpcId, "aws_network_acl", "aws_default_network_acl");
  return acls.map(({ id, type, values }) => ({
    id,
    name: nameTag(values),
    isDefault: type === "aws_default_network_acl",
    subnetIds: [...new Set([...values.texts("subnet_ids"), ...associated(resources, id)])],
    entries: entriesOf(resources, id, values),
  }));
}

function associated(resources: StateResources, acl: string): readonly string[] {
  return resources
    .having("network_acl_id", acl, "aws_network_acl_association")
    .flatMap(({ values }) => values.text("subnet_id") ?? []);
}

/** Entries of the ACL's own lists and of resources of their own: a state may hold one entry in both. */
function entriesOf(resources: StateResources, acl: string, values: Values): readonly FoundNetworkAclEntry[] {
  const own = resources
    .having("network_acl_id", acl, "aws_network_acl_rule")
    .flatMap((rule) => readEntry(rule.values, rule.values.flag("egress"), "rule_number", "rule_action"));
  const inline = ["ingress", "egress"].flatMap((direction) =>
    values
      .blocks(direction)
      .flatMap((block) => readEntry(block, direction === "egress", "rule_no", "action")),
  );
  const entries = [...inline, ...own].map((entry) => [`${entry.egress} ${entry.ruleNumber}`, entry] as const);
  return [...new Map(entries).values()];
}

function readEntry(
  values: Values,
  egress: boolean,
  numberKey: string,
  actionKey: string,
): readonly FoundNetworkAclEntry[] {
  const ruleNumber = values.number(numberKey);
  const cidr = values.text("cidr_block") ?? values.text("ipv6_cidr_block");
  if (ruleNumber === null || cidr === null || ruleNumber >= CATCH_ALL) return [];
  const protocol = protocolNumber(values.text("protocol") ?? "-1");
  const selector = protocolOfNumber(Number(protocol))?.selector;
  const action = values.text(actionKey) === "deny" ? "deny" : "allow";
  const icmp = { type: values.number("icmp_type") ?? -1, code: values.number("icmp_code") ?? -1 };
  return [
    {
      egress,
      ruleNumber,
      action,
      protocol,
      cidr,
      ports: selector === "ports" ? portsOf(values) : null,
      icmp: selector === "icmp" ? icmp : null,
    },
  ];
}

/** A state has the words of the configuration. */
function protocolNumber(word: string): string {
  const known = Object.values(protocols).find(({ networkAclNames }) =>
    networkAclNames.some((name) => name === word),
  );
  return String(known?.number ?? word);
}

/** The ports that a rule of the protocol has; null where it has none. */
export function portsOf(values: Values): FoundPorts | null {
  const [from, to] = [values.number("from_port"), values.number("to_port")];
  return from === null || to === null ? null : { from, to };
}
