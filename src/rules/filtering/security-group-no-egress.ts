import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey } from "../../base/diagnostic.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Who has a way out may take it. */
export const securityGroupNoEgress: Rule<"security-group-no-egress"> = {
  id: "security-group-no-egress",
  severity: "warning",
  title: "Hosts with NAT64 and load balancers with targets have a security group that lets something out.",
  why: "A security group without egress rules lets no connection out: only answers to those that came in. A host behind NAT64 then reaches nothing, and a load balancer reaches no target, also for its health checks.",
  sources: [filteringFacts.securityGroupDefaultEgressRevoked],
  check(network, report) {
    const { securityGroups } = network;
    for (const { what, groups } of callersOf(network)) {
      const own = securityGroups.filter(({ name }) => groups.includes(name));
      const [first] = own;
      if (first === undefined) continue;
      if (own.some(({ rules }) => rules.some(({ direction }) => direction === "egress"))) continue;
      report(
        atKey([...first.path, "egress"]),
        `security group "${first.name}" lets nothing out, but ${what}`,
        "leave egress out for everything out, or write where to",
      );
    }
  },
};

interface Caller {
  readonly what: string;
  readonly groups: readonly string[];
}

function callersOf(network: Network): readonly Caller[] {
  const hosts = hostsOf(network).flatMap(({ host, tiers }): Caller[] => {
    const tier = tiers.find(({ nat64 }) => nat64);
    if (tier === undefined) return [];
    return [{ what: `its hosts in tier "${tier.name}" have NAT64 to call out`, groups: host.securityGroups }];
  });
  const balancers = network.loadBalancers
    .filter(
      ({ type, listeners }) =>
        type === "application" && listeners.some(({ action }) => action.kind === "forward"),
    )
    .map(({ name, securityGroups }) => ({
      what: `load balancer "${name}" calls its targets`,
      groups: securityGroups,
    }));
  return [...hosts, ...balancers];
}
