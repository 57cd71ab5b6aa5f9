import { protocolOfNumber, protocols } from "../../aws/protocols.ts";
import type { FoundNetworkAcl, FoundNetworkAclEntry, FoundPorts } from "../types/filtering.ts";
import { type Fields, nameTag } from "./fields.ts";
import { inVpc } from "./read-network.ts";
import type { StateResources } from "./resources.ts";

/** AWS's own last entry. */
const CATCH_ALL = 32767;

/** The VPC's network ACLs. */
export function readNetworkAcls(resources: StateResources, vpcId: string): readonly FoundNetworkAcl[] {
  const acls = inVpc(resources.of("aws_network_acl", "aws_default_network_acl"), vpcId);
  return acls.map(({ id, type, fields }) => ({
    id,
    name: nameTag(fields),
    isDefault: type === "aws_default_network_acl",
    subnetIds: [...new Set([...fields.texts("subnet_ids"), ...associated(resources, id)])],
    entries: entriesOf(resources, id, fields),
  }));
}

function associated(resources: StateResources, acl: string): readonly string[] {
  return resources
    .of("aws_network_acl_association")
    .filter(({ fields }) => fields.text("network_acl_id") === acl)
    .flatMap(({ fields }) => fields.text("subnet_id") ?? []);
}

/** Entries of the ACL's own lists and of resources of their own: a state may hold one entry in both. */
function entriesOf(resources: StateResources, acl: string, fields: Fields): readonly FoundNetworkAclEntry[] {
  const own = resources
    .of("aws_network_acl_rule")
    .filter((rule) => rule.fields.text("network_acl_id") === acl)
    .flatMap((rule) => readEntry(rule.fields, rule.fields.flag("egress"), "rule_number", "rule_action"));
  const inline = ["ingress", "egress"].flatMap((direction) =>
    fields
      .blocks(direction)
      .flatMap((block) => readEntry(block, direction === "egress", "rule_no", "action")),
  );
  const entries = [...inline, ...own].map((entry) => [`${entry.egress} ${entry.ruleNumber}`, entry] as const);
  return [...new Map(entries).values()];
}

function readEntry(
  fields: Fields,
  egress: boolean,
  numberKey: string,
  actionKey: string,
): readonly FoundNetworkAclEntry[] {
  const ruleNumber = fields.number(numberKey);
  const cidr = fields.text("cidr_block") ?? fields.text("ipv6_cidr_block");
  if (ruleNumber === null || cidr === null || ruleNumber >= CATCH_ALL) return [];
  const protocol = protocolNumber(fields.text("protocol") ?? "-1");
  const selector = protocolOfNumber(Number(protocol))?.selector;
  const action = fields.text(actionKey) === "deny" ? "deny" : "allow";
  const icmp = { type: fields.number("icmp_type") ?? -1, code: fields.number("icmp_code") ?? -1 };
  return [
    {
      egress,
      ruleNumber,
      action,
      protocol,
      cidr,
      ports: selector === "ports" ? portsOf(fields) : null,
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
export function portsOf(fields: Fields): FoundPorts | null {
  const [from, to] = [fields.number("from_port"), fields.number("to_port")];
  return from === null || to === null ? null : { from, to };
}
