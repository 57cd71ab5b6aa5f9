import { routingFacts } from "../../aws/facts/routing.ts";
import { isOnIpv6OnlyHosts } from "../../model/compute/ipv6-only-groups.ts";
import { cachesOf, databasesOf } from "../../model/databases/database-lookup.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { SecurityGroupRule } from "../../model/types/filtering.ts";
import type { Network } from "../../model/types/network.ts";
import type { SecurityGroupName } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** An IPv4-only database lets the NAT gateway in, not the hosts behind it. */
export const nat64HidesSecurityGroup: Rule<"nat64-hides-security-group"> = {
  id: "nat64-hides-security-group",
  severity: "warning",
  title: "A database or cache with IPv4 alone lets IPv6-only hosts in by the NAT gateway's address.",
  why: "A rule that names a security group stands for the private addresses of the interfaces which have it. IPv6-only hosts reach an IPv4-only database through NAT64 alone, and their packets arrive from the private IPv4 address of the NAT gateway, which has no security group, or of the instance that translates, which has groups of its own: the rule lets nothing in.",
  sources: [routingFacts.nat64TranslatesSource, routingFacts.nat64MustPassFilters],
  check(network, report) {
    for (const { name, rule, peer } of referencesToIpv6OnlyHosts(network)) {
      report(
        [...rule.path, "from"],
        `"${name}" has IPv4 only, and the hosts of security group "${peer}" have IPv6 only: this lets none of them in`,
        hintFor(network, peer),
      );
    }
  },
};

interface Reference {
  /** Of the database or cache. */
  readonly name: string;
  readonly rule: SecurityGroupRule;
  readonly peer: SecurityGroupName;
}

/** Each rule once, for the first database or cache that it guards; groups of dual-stack ones are left out. */
function referencesToIpv6OnlyHosts(network: Network): readonly Reference[] {
  const guarded = [...databasesOf(network), ...cachesOf(network)];
  return network.securityGroups.flatMap((group): readonly Reference[] => {
    const users = guarded.filter(({ securityGroups }) => securityGroups.includes(group.name));
    const [first] = users;
    const isIpv4Only = users.every(({ networkType }) => networkType.toLowerCase() === "ipv4");
    if (first === undefined || !isIpv4Only) return [];
    return group.rules.flatMap((rule) => {
      const { direction, peer } = rule;
      if (direction !== "ingress" || peer.kind !== "security-group") return [];
      return isOnIpv6OnlyHosts(network, peer.name) ? [{ name: first.name, rule, peer: peer.name }] : [];
    });
  });
}

function hintFor(network: Network, group: SecurityGroupName): string {
  const hosts = hostsOf(network).filter(({ host }) => host.securityGroups.includes(group));
  const tiers = hosts.flatMap((host) => host.tiers);
  const [translator] = tiers.flatMap(({ nat64Instances }) => nat64Instances);
  const instance = network.compute.instances.find(({ name }) => name === translator?.name);
  const [own] = instance?.host.securityGroups ?? [];
  if (own !== undefined) {
    return `let the instance that translates in: from: { securityGroup: ${own} }; or make it dual-stack`;
  }
  const gateways = tiers.map(({ natGateway }) => natGateway);
  const found = network.natGateways.find(({ name }) => gateways.includes(name)) ?? network.natGateways[0];
  if (found === undefined) return "make it dual-stack, or add a NAT gateway and let its tier in";
  // A regional one stands in no tier that could be let in.
  if (found.tier === null) return "make it dual-stack";
  return `let the NAT gateway's tier in: from: { subnets: ${found.tier} }; or make it dual-stack`;
}
