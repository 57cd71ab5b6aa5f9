import { familiesOfEndpoint } from "../../model/dns/forwarding-rules.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { ResolverEndpoint } from "../../model/types/resolver.ts";
import { dnsListening } from "../topology/dns-listening.ts";
import type { Node } from "../topology/nodes.ts";
import type { LeftOut, TopologyVpc } from "../topology/topology.ts";
import { interfacesIn, isPrivate } from "./interfaces.ts";
import { at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";

/** What is said of rules and groups that are not followed. */
const NOT_FOLLOWED = "it changes what names answer in the VPC, which is not followed";

/** The Resolver endpoints. */
export function resolverEndpointsOf(context: NetworkContext): Parts {
  return { nodes: context.network.route53.resolverEndpoints.map((one) => endpointNode(context, one)) };
}

function endpointNode(context: NetworkContext, endpoint: ResolverEndpoint): Node {
  const { name, path, direction, addresses, securityGroups, protocols } = endpoint;
  const families = familiesOfEndpoint(endpoint);
  return {
    id: terraformAddress("aws_route53_resolver_endpoint", name),
    kind: "resolver-endpoint",
    name,
    place: at(path),
    interfaces: interfacesIn(
      context,
      addresses.map(({ subnet }) => subnet),
      {
        ipv4: families.includes("ipv4"),
        ipv6: () => families.includes("ipv6"),
        publicIpv4: isPrivate,
        publicIpv6: "no",
        securityGroups: groupsOrDefault(context.network, securityGroups),
      },
    ),
    listens: direction === "INBOUND" ? dnsListening(at(path), families, protocols) : [],
    opens: direction === "INBOUND" ? [] : families,
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}

/** What rules of the blueprint make of the VPC's resolver. */
export function domainRulesOf({ network }: NetworkContext): TopologyVpc["domainRules"] {
  return network.route53.resolverRules
    .filter(({ isAssociated }) => isAssociated)
    .map(({ domainName, type }) => ({ domain: domainName, isForwarded: type.kind === "forward" }));
}

/** True where names may have other answers for a reason that is not followed. */
export function answersMayDiffer({ network }: NetworkContext): boolean {
  const { resolverRuleAssociations, dnsFirewall } = network.route53;
  const groups = [...(dnsFirewall?.ruleGroups ?? []), ...(dnsFirewall?.associations ?? [])];
  return resolverRuleAssociations.length + groups.length > 0;
}

/** Rules of others that hold in the VPC. */
export function ruleAssociationsOf({ network }: NetworkContext): Parts {
  return {
    leftOut: network.route53.resolverRuleAssociations.map(({ name, path }): LeftOut => {
      const touches = [terraformAddress("aws_route53_resolver_rule_association", name)];
      return { place: at(path), why: NOT_FOLLOWED, touches };
    }),
  };
}

/** The rule groups of the DNS Firewall. */
export function dnsFirewallOf({ network }: NetworkContext): Parts {
  const { dnsFirewall } = network.route53;
  const places = [
    ...(dnsFirewall?.ruleGroups ?? []).map(({ name, path }) => ({ id: `group_${name}`, path })),
    ...(dnsFirewall?.associations ?? []).map(({ name, path }) => ({ id: name, path })),
  ];
  return {
    leftOut: places.map(({ id, path }): LeftOut => {
      const touches = [terraformAddress("aws_route53_resolver_firewall_rule_group_association", id)];
      return { place: at(path), why: NOT_FOLLOWED, touches };
    }),
  };
}
