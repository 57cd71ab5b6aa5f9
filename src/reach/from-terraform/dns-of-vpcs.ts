import type { DomainRule, TopologyVpc } from "../topology/topology.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What DHCP may name as the VPC's own resolver. */
const AMAZON_DNS = "AmazonProvidedDNS";

/** Types that change what the resolver of a VPC answers, and the argument that names the VPC. */
const CHANGERS: Readonly<Record<string, string>> = {
  aws_route53_resolver_firewall_rule_group_association: "vpc_id",
  aws_route53profiles_association: "resource_id",
};

const NOT_FOLLOWED = "it changes what names answer in a VPC, which is not followed";

/** Takes back what is known of a VPC's resolver where other resolvers are asked, or rules change the answers. */
export function withDnsChanges(reading: Reading, vpcs: readonly TopologyVpc[]): readonly TopologyVpc[] {
  const changed = new Set<string>();
  const change = (resource: TerraformResource, argument: string, why: string) => {
    const vpc = reading.one(resource, referents.vpc, argument);
    const ids =
      vpc.kind === "one"
        ? [vpc.id]
        : vpc.kind === "one-of" && vpc.isClosed
          ? vpc.ids
          : vpcs.map(({ id }) => id);
    for (const id of ids) changed.add(id);
    reading.leaveOut(resource, why, [resource.address]);
  };
  for (const [type, argument] of Object.entries(CHANGERS)) {
    for (const resource of reading.index.ofType(type)) {
      change(resource, argument, NOT_FOLLOWED);
    }
  }
  for (const resource of reading.index.ofType("aws_vpc_dhcp_options_association")) {
    if (!asksAmazon(reading, resource))
      change(resource, "vpc_id", "hosts may ask other resolvers than Amazon's, whose answers are not known");
  }
  const rules = new Map<string, readonly DomainRule[]>();
  for (const resource of reading.index.ofType("aws_route53_resolver_rule_association")) {
    const vpc = reading.one(resource, referents.vpc, "vpc_id");
    const rule = ruleOf(reading, resource);
    if (rule === null || vpc.kind !== "one") change(resource, "vpc_id", NOT_FOLLOWED);
    else rules.set(vpc.id, [...(rules.get(vpc.id) ?? []), rule]);
  }
  return vpcs.map((vpc) => ({
    ...vpc,
    domainRules: rules.get(vpc.id) ?? [],
    dnsSupport: changed.has(vpc.id) ? "unknown" : vpc.dnsSupport,
  }));
}

/** The rule that is associated; null: it is not in the document, or says after apply what it is. */
function ruleOf(reading: Reading, association: TerraformResource): DomainRule | null {
  const rule = reading.one(association, referents.resolverRule, "resolver_rule_id");
  const resource = rule.kind === "one" ? reading.index.byAddress.get(rule.id) : undefined;
  if (resource === undefined) return null;
  const fields = reading.fields(resource);
  const [domain, type] = [fields.text("domain_name"), fields.text("rule_type")];
  if (domain.kind !== "known" || type.kind !== "known") return null;
  return { domain: domain.value, isForwarded: type.value !== "SYSTEM" };
}

function asksAmazon(reading: Reading, association: TerraformResource): boolean {
  const options = reading.one(association, referents.dhcpOptions, "dhcp_options_id");
  const resource = options.kind === "one" ? reading.index.byAddress.get(options.id) : undefined;
  if (resource === undefined) return false;
  const { known, isComplete } = reading.fields(resource).texts("domain_name_servers");
  return isComplete && known.every((server) => server === AMAZON_DNS);
}
