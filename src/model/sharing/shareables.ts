import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { namesOf } from "../references.ts";
import type { SharedKind } from "../types/resource-shares.ts";
import type { Tier } from "../types/subnets.ts";

/** A kind of thing that a share can hand out. */
export interface Shareable {
  readonly kind: SharedKind;
  /** What it is called in findings. */
  readonly word: string;
  /** What it is called in logical ids. */
  readonly part: string;
  /** Terraform's type. */
  readonly type: string;
  /** The logical ids of what a name of the blueprint stands for. */
  readonly known: ReadonlyMap<string, readonly string[]>;
  /** Names of what another stack makes. */
  readonly elsewhere: readonly string[];
}

/** Everything that a share of the blueprint can hand out, by kind. */
export function shareables(
  { network, ipam, route53 }: Blueprint,
  tiers: readonly Tier[],
): Readonly<Record<SharedKind, Shareable>> {
  const attachments = network.transitGatewayAttachments;
  const foreign = Object.entries(attachments).filter(([, one]) => one.transitGateway.create === undefined);
  return {
    transitGateways: {
      kind: "transitGateways",
      word: "transit gateway attachment",
      part: "transit_gateway",
      type: "aws_ec2_transit_gateway",
      known: byName(attachments),
      elsewhere: foreign.map(([name]) => name),
    },
    subnets: {
      kind: "subnets",
      word: "subnet tier",
      part: "subnet",
      type: "aws_subnet",
      known: new Map(tiers.map(({ name, subnets }) => [name, subnets.map(({ id }) => id)])),
      elsewhere: [],
    },
    securityGroups: own("securityGroups", "security group", "aws_security_group", network.securityGroups),
    prefixLists: own("prefixLists", "prefix list", "aws_ec2_managed_prefix_list", network.prefixLists),
    ipamPools: own("ipamPools", "IPAM pool", "aws_vpc_ipam_pool", ipam?.pools ?? {}),
    resolverRules: own(
      "resolverRules",
      "Resolver rule",
      "aws_route53_resolver_rule",
      route53?.resolverRules ?? {},
    ),
    dnsFirewallRuleGroups: own(
      "dnsFirewallRuleGroups",
      "DNS Firewall rule group",
      "aws_route53_resolver_firewall_rule_group",
      route53?.dnsFirewall?.ruleGroups ?? {},
    ),
    resolverQueryLogs: own(
      "resolverQueryLogs",
      "query log",
      "aws_route53_resolver_query_log_config",
      route53?.resolverQueryLogs ?? {},
    ),
  };
}

function own(
  kind: SharedKind,
  word: string,
  type: string,
  map: Readonly<Record<string, unknown>>,
): Shareable {
  const part = word.toLowerCase().replaceAll(" ", "_");
  return { kind, word, part, type, known: byName(map), elsewhere: [] };
}

/** Each name stands for one resource of that logical id. */
function byName(map: Readonly<Record<string, unknown>>): ReadonlyMap<string, readonly string[]> {
  return new Map(namesOf(map).map((name) => [name, [name]]));
}
