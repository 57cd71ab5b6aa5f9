import { Route53ResolverEndpoint } from "@cdktf/provider-aws/lib/route53-resolver-endpoint/index.js";
import { Route53ResolverRule } from "@cdktf/provider-aws/lib/route53-resolver-rule/index.js";
import { Route53ResolverRuleAssociation } from "@cdktf/provider-aws/lib/route53-resolver-rule-association/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { ResolverRule, ResolverTarget } from "../../model/types/resolver.ts";
import { fixedAddress } from "../addressing/fixed-address.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { addDnsFirewall } from "./dns-firewall.ts";
import { addQueryLogs } from "./query-logs.ts";

/** What the resolver's parts refer to. */
export type NeededByResolver = Pick<NetworkMade, "vpc" | "subnets" | "securityGroups">;

/** Adds all that the blueprint says of the VPC's resolver: endpoints, rules, the DNS Firewall and query logs. */
export function addResolver(scope: Construct, network: Network, made: NeededByResolver): void {
  addRules(scope, network, { ...made, endpoints: addEndpoints(scope, network, made) });
  addDnsFirewall(scope, network, made);
  addQueryLogs(scope, network, made);
}

function addEndpoints(
  scope: Construct,
  { route53 }: Network,
  { subnets, securityGroups }: NeededByResolver,
): Made<Route53ResolverEndpoint> {
  return new Map(
    route53.resolverEndpoints.map((model) => [
      model.name,
      new Route53ResolverEndpoint(scope, terraformAddress("aws_route53_resolver_endpoint", model.name), {
        name: model.displayName,
        direction: model.direction,
        resolverEndpointType: model.resolverEndpointType,
        protocols: [...model.protocols],
        securityGroupIds: model.securityGroups.map((name) => resourceFor(securityGroups, name).id),
        ipAddress: model.addresses.map(({ subnet: id, ip, ipv6 }) => {
          const subnet = resourceFor(subnets, id);
          const chosen = ipv6 === null ? null : fixedAddress(ipv6, subnet.ipv6CidrBlock);
          return { subnetId: subnet.id, ...omitNull({ ip, ipv6: chosen }) };
        }),
        tags: withNameTag(model.displayName, model.tags),
      }),
    ]),
  );
}

interface NeededByRules extends NeededByResolver {
  readonly endpoints: Made<Route53ResolverEndpoint>;
}

function addRules(scope: Construct, { route53 }: Network, { vpc, endpoints }: NeededByRules): void {
  for (const rule of route53.resolverRules) {
    const { name, displayName, domainName, tags } = rule;
    const made = new Route53ResolverRule(scope, terraformAddress("aws_route53_resolver_rule", name), {
      name: displayName,
      domainName,
      ...typeArguments(rule, endpoints),
      tags: withNameTag(displayName, tags),
    });
    if (rule.isAssociated)
      associate(scope, `rule_${name}`, { ...rule, resolverRuleId: made.id, vpcId: vpc.id });
  }
  for (const one of route53.resolverRuleAssociations) associate(scope, one.name, { ...one, vpcId: vpc.id });
}

function typeArguments({ type }: ResolverRule, endpoints: NeededByRules["endpoints"]) {
  if (type.kind === "system") return { ruleType: "SYSTEM" };
  return {
    ruleType: "FORWARD",
    resolverEndpointId: resourceFor(endpoints, type.endpoint).id,
    targetIp: type.targets.map(targetArguments),
  };
}

function targetArguments({ family, address, port, protocol }: ResolverTarget) {
  return { ...(family === "ipv4" ? { ip: address } : { ipv6: address }), port, protocol };
}

interface Associated {
  readonly resolverRuleId: string;
  readonly vpcId: string;
}

/**
 * Of the author's rules the id begins with `rule_`, which no author's name does. It has no name: another name would
 * replace it, and meanwhile the VPC would not know whom to ask.
 */
function associate(scope: Construct, id: string, { resolverRuleId, vpcId }: Associated) {
  const address = terraformAddress("aws_route53_resolver_rule_association", id);
  return new Route53ResolverRuleAssociation(scope, address, { resolverRuleId, vpcId });
}
