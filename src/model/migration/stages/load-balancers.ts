import { forwardsOf } from "../../load-balancing/forwards-of.ts";
import type { AutoScalingGroup } from "../../types/compute.ts";
import type { ListenerRule } from "../../types/listeners.ts";
import type { LoadBalancer, TargetAttachment, TargetGroup } from "../../types/load-balancing.ts";
import type { Network } from "../../types/network.ts";
import type { Route53 } from "../../types/route53.ts";
import type { VpcEndpointService } from "../../types/vpc-endpoint-services.ts";
import type { VpcEndpoint } from "../../types/vpc-endpoints.ts";
import type { Stage } from "../stage.ts";
import { type WhatIsThere, whatIsThere } from "../what-is-there.ts";

/** The stage `load-balancers`. */
export const loadBalancersStage: Stage = {
  id: "load-balancers",
  title: "Make load balancers and VPC endpoints dual-stack, and publish AAAA records",
  why: "From here on clients come over IPv6. Everything behind the names has been reached over IPv6 by now, and whoever comes over IPv4 notices nothing",
  without: withoutIpv6,
};

function withoutIpv6(network: Network): Network {
  const there = whatIsThere(network);
  const loadBalancers = network.loadBalancers
    .filter(({ name }) => there.has("aws_lb", name))
    .map((balancer) => ipv4Balancer(balancer, there));
  return {
    ...network,
    loadBalancers,
    // Nothing imports them, so that all are new, and they are told what their load balancers become here. What inspects
    // is there since the routes that lead to it.
    vpcEndpointServices: network.vpcEndpointServices.filter((service) => inspects(network, service)),
    targetGroups: oldTargetGroups(network, loadBalancers, there),
    compute: {
      ...network.compute,
      autoScalingGroups: network.compute.autoScalingGroups.map((group) => unregistered(group, there)),
    },
    route53: oldNames(network.route53, there),
    vpcEndpoints: network.vpcEndpoints.map(ipv4Endpoint),
  };
}

function inspects({ gatewayLoadBalancers }: Network, service: VpcEndpointService): boolean {
  return gatewayLoadBalancers.some(({ name }) => service.loadBalancers.includes(name));
}

function ipv4Balancer(balancer: LoadBalancer, there: WhatIsThere): LoadBalancer {
  const listeners = balancer.listeners
    .filter(({ id }) => there.has("aws_lb_listener", id))
    .map((listener) => ({
      ...listener,
      rules: listener.rules.filter(({ id }) => there.has("aws_lb_listener_rule", id)).map(ipv4Rule),
    }));
  const mappings = balancer.mappings.map((mapping) => ({ ...mapping, ipv6Address: null }));
  return { ...balancer, ipAddressType: "ipv4", mappings, listeners };
}

/** One that is for IPv6 blocks alone cannot do without them. */
function ipv4Rule(rule: ListenerRule): ListenerRule {
  const cidrs = rule.conditions.cidrs.filter(({ prefix }) => prefix.family === "ipv4");
  return cidrs.length === 0 ? rule : { ...rule, conditions: { ...rule.conditions, cidrs } };
}

/** A target group stays while an old listener forwards to it: a listener cannot do without. */
function oldTargetGroups(
  { targetGroups: groups, gatewayLoadBalancers }: Network,
  balancers: readonly LoadBalancer[],
  there: WhatIsThere,
): readonly TargetGroup[] {
  const forwardedTo = [
    ...balancers.flatMap(({ listeners }) =>
      listeners.flatMap((listener) => forwardsOf(listener).map(({ targetGroup }) => targetGroup)),
    ),
    ...gatewayLoadBalancers.map(({ targetGroup }) => targetGroup),
  ];
  return groups
    .filter(({ name }) => there.has("aws_lb_target_group", name) || forwardedTo.includes(name))
    .map((group) => ({
      ...group,
      targets: {
        autoScalingGroups: group.targets.autoScalingGroups.filter((name) => isOldGroup(name, there)),
        attachments: group.targets.attachments
          .filter((attachment) => isOldTarget(attachment, there))
          .map((one) => ({ ...one, isManaged: !there.has("aws_lb_target_group", group.name) })),
      },
    }));
}

/**
 * What was there is registered already, though nothing can import a registration. With this stage it is registered again,
 * which does nothing; on the way back Terraform forgets it, for to take it out would take a running host away from its clients.
 */
function isOldTarget({ target }: TargetAttachment, there: WhatIsThere): boolean {
  return target.kind === "address" || there.has("aws_instance", target.name);
}

/** A new group would register its hosts where old ones serve. */
function unregistered(group: AutoScalingGroup, there: WhatIsThere): AutoScalingGroup {
  return isOldGroup(group.name, there) ? group : { ...group, targetGroups: [] };
}

function isOldGroup(name: string, there: WhatIsThere): boolean {
  return there.has("aws_autoscaling_group", name);
}

function oldNames({ hostedZones, records, ...resolver }: Route53, there: WhatIsThere): Route53 {
  return {
    ...resolver,
    hostedZones: hostedZones.filter(({ source }) => source.kind === "existing"),
    records: records.filter(({ id }) => there.has("aws_route53_record", id)),
  };
}

function ipv4Endpoint(endpoint: VpcEndpoint): VpcEndpoint {
  const { dnsRecordIpType } = endpoint;
  const needsIpv6 = dnsRecordIpType === "dualstack" || dnsRecordIpType === "ipv6";
  return { ...endpoint, ipAddressType: "ipv4", dnsRecordIpType: needsIpv6 ? "ipv4" : dnsRecordIpType };
}
