import { forwardingOnlyTo } from "../../load-balancing/forwards-of.ts";
import type { ListenerAction } from "../../types/listeners.ts";
import type { TargetAttachment } from "../../types/load-balancing.ts";
import type { Network } from "../../types/network.ts";
import { kept, membershipOf, namesOf, placed } from "./membership.ts";

/** Load balancers stand in subnets and forward to target groups, whose targets are hosts. */
export function pruneBalancing(network: Network): Network {
  const membership = membershipOf(network);
  const instances = namesOf(network.compute.instances);
  const groups = namesOf(network.compute.autoScalingGroups);
  const targetGroups = namesOf(network.targetGroups);
  const there = <T extends { readonly action: ListenerAction }>(all: readonly T[]) =>
    all.flatMap((one) => forwardingOnlyTo(one, (name) => targetGroups.has(name)) ?? []);
  const loadBalancers = network.loadBalancers
    .map((balancer) => ({
      ...placed(balancer, membership),
      securityGroups: kept(balancer.securityGroups, membership.securityGroups),
      listeners: there(balancer.listeners).map((listener) => ({ ...listener, rules: there(listener.rules) })),
    }))
    .filter(({ subnets }) => subnets.length > 0);
  const gatewayLoadBalancers = network.gatewayLoadBalancers
    .map((balancer) => ({ ...balancer, subnets: kept(balancer.subnets, membership.subnets) }))
    .filter(({ subnets, targetGroup }) => subnets.length > 0 && targetGroups.has(targetGroup));
  const balancers = namesOf([...loadBalancers, ...gatewayLoadBalancers]);
  return {
    ...network,
    loadBalancers,
    gatewayLoadBalancers,
    vpcEndpointServices: network.vpcEndpointServices
      .map((one) => ({ ...one, loadBalancers: kept(one.loadBalancers, balancers) }))
      .filter((one) => one.loadBalancers.length > 0),
    targetGroups: network.targetGroups.map((group) => ({
      ...group,
      targets: {
        autoScalingGroups: kept(group.targets.autoScalingGroups, groups),
        attachments: group.targets.attachments.filter((attachment) => isTargetThere(attachment, instances)),
      },
      loadBalancers: kept(group.loadBalancers, balancers),
    })),
  };
}

function isTargetThere({ target }: TargetAttachment, instances: ReadonlySet<string>): boolean {
  return target.kind === "address" || instances.has(target.name);
}
