import { Lb, type LbConfig } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { isMadeByHook } from "../../model/hooks/is-made-by-hook.ts";
import { needsSourceNatPrefix, takesUdp } from "../../model/load-balancing/source-nat.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type {
  Listener,
  ListenerAction,
  ListenerRule,
  LoadBalancer,
} from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { fixedAddress } from "../addressing/fixed-address.ts";
import type { ITerraformDependable } from "../engine.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { nlbIpv6SourceNat, removeSourceNat } from "../hooks/nlb-ipv6-source-nat.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type LoadBalancingMade, type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type NeededByLoadBalancers = Pick<
  NetworkMade,
  "subnets" | "securityGroups" | "securityGroupRules" | "routing"
> &
  Pick<LoadBalancingMade, "targetGroups"> & {
    /** What registers the targets of a target group, by its name: a listener that is to move there waits for them. */
    readonly targets: Made<readonly ITerraformDependable[]>;
  };

/** Adds the load balancers with their listeners; returns the former by name, the latter by their target group. */
export function addLoadBalancers(
  scope: Construct,
  network: Network,
  made: NeededByLoadBalancers,
): Pick<LoadBalancingMade, "loadBalancers" | "listeners"> {
  const listeners = new Map(
    network.targetGroups.map(({ name }): [string, (LbListener | LbListenerRule)[]] => [name, []]),
  );
  const loadBalancers = new Map<string, Lb>();
  const listenersOf = new Map<string, { readonly lb: Lb; readonly listeners: readonly LbListener[] }>();
  for (const balancer of network.loadBalancers) {
    const lb = addLoadBalancer(scope, made, balancer);
    loadBalancers.set(balancer.name, lb);
    const sourceNat = addSourceNat(scope, network, made, balancer, lb);
    const own: LbListener[] = [];
    listenersOf.set(balancer.name, { lb, listeners: own });
    for (const listener of balancer.listeners) {
      const construct = addListener(scope, made, lb, listener, takesUdp(listener) ? sourceNat : []);
      own.push(construct);
      if (listener.action.kind === "forward")
        resourceFor(listeners, listener.action.targetGroup).push(construct);
      for (const rule of listener.rules)
        resourceFor(listeners, rule.targetGroup).push(addListenerRule(scope, made, construct, rule));
    }
  }
  removeSourceNat(scope, network, listenersOf);
  return { loadBalancers, listeners };
}

function addLoadBalancer(scope: Construct, made: NeededByLoadBalancers, balancer: LoadBalancer): Lb {
  return new Lb(scope, terraformAddress("aws_lb", balancer.name), {
    name: balancer.displayName,
    loadBalancerType: balancer.type,
    ipAddressType: balancer.ipAddressType,
    internal: balancer.internal,
    ...standing(made, balancer),
    enableDeletionProtection: balancer.deletionProtection,
    tags: withNameTag(balancer.displayName, balancer.tags),
    // AWS refuses an internet-facing load balancer in a VPC whose internet gateway is not attached yet, and no
    // gateway can be detached while the load balancer holds public addresses.
    ...waitFor([
      ...balancer.subnets.flatMap((id) => resourceFor(made.routing, id)),
      ...rulesOfGroups(made, balancer.securityGroups),
    ]),
    ...securityGroups(made, balancer),
    ...omitNull({
      idleTimeout: balancer.idleTimeout,
      enableCrossZoneLoadBalancing: balancer.crossZone,
      // Header names that HTTP does not allow are the stuff of request smuggling; network ones see no headers.
      dropInvalidHeaderFields: balancer.type === "application" ? true : null,
    }),
  });
}

/** The provider takes the one or the other. */
function standing(made: NeededByLoadBalancers, { subnets, mappings }: LoadBalancer): Partial<LbConfig> {
  if (mappings.length === 0) return { subnets: subnets.map((id) => resourceFor(made.subnets, id).id) };
  return {
    subnetMapping: mappings.map(({ subnet: id, allocationId, ipv6Address, privateIpv4Address }) => {
      const subnet = resourceFor(made.subnets, id);
      return {
        subnetId: subnet.id,
        ...omitNull({
          allocationId,
          privateIpv4Address,
          ipv6Address: ipv6Address === null ? null : fixedAddress(ipv6Address, subnet.ipv6CidrBlock),
        }),
      };
    }),
  };
}

/** What the balancer's UDP listeners wait for. */
function addSourceNat(
  scope: Construct,
  network: Network,
  made: NeededByLoadBalancers,
  balancer: LoadBalancer,
  lb: Lb,
): readonly ITerraformDependable[] {
  if (!needsSourceNatPrefix(balancer)) return [];
  if (!isMadeByHook(network, "nlb-ipv6-source-nat", balancer.name)) {
    // Younger than the bindings.
    lb.addOverride("enable_prefix_for_ipv6_source_nat", "on");
    return [];
  }
  const subnetIds = balancer.subnets.map((id) => resourceFor(made.subnets, id).id);
  return [nlbIpv6SourceNat.apply(scope, { network, balancer, lb, subnetIds })];
}

/** A network load balancer made without security groups can never be given any: say nothing rather than none. */
function securityGroups(made: NeededByLoadBalancers, balancer: LoadBalancer) {
  if (balancer.securityGroups.length === 0) return {};
  return { securityGroups: balancer.securityGroups.map((name) => resourceFor(made.securityGroups, name).id) };
}

function addListener(
  scope: Construct,
  made: NeededByLoadBalancers,
  lb: Lb,
  listener: Listener,
  needed: readonly ITerraformDependable[],
): LbListener {
  return new LbListener(scope, terraformAddress("aws_lb_listener", listener.id), {
    loadBalancerArn: lb.arn,
    port: listener.port,
    protocol: listener.protocol,
    defaultAction: [defaultAction(made, listener.action)],
    ...omitNull({ certificateArn: listener.certificateArn, sslPolicy: listener.sslPolicy }),
    ...waitFor([...needed, ...targetsOf(made, listener.action)]),
  });
}

/** The condition's `ip_address_type` is younger than the bindings, which ask for `values` in its place. */
function addListenerRule(
  scope: Construct,
  made: NeededByLoadBalancers,
  listener: LbListener,
  { id, priority, ipAddressType, targetGroup }: ListenerRule,
): LbListenerRule {
  const rule = new LbListenerRule(scope, terraformAddress("aws_lb_listener_rule", id), {
    listenerArn: listener.arn,
    priority,
    condition: [],
    action: [{ type: "forward", targetGroupArn: resourceFor(made.targetGroups, targetGroup).arn }],
    ...waitFor(resourceFor(made.targets, targetGroup)),
  });
  rule.addOverride("condition", [{ source_ip: { ip_address_type: ipAddressType } }]);
  return rule;
}

function targetsOf(made: NeededByLoadBalancers, action: ListenerAction): readonly ITerraformDependable[] {
  return action.kind === "forward" ? resourceFor(made.targets, action.targetGroup) : [];
}

function defaultAction(made: NeededByLoadBalancers, action: ListenerAction) {
  switch (action.kind) {
    case "forward":
      return { type: "forward", targetGroupArn: resourceFor(made.targetGroups, action.targetGroup).arn };
    case "redirect-to-https":
      return {
        type: "redirect",
        redirect: { protocol: "HTTPS", port: `${action.port}`, statusCode: action.statusCode },
      };
    case "fixed-response":
      return {
        type: "fixed-response",
        fixedResponse: {
          contentType: action.contentType,
          statusCode: `${action.statusCode}`,
          ...omitNull({ messageBody: action.messageBody }),
        },
      };
    default:
      return assertNever(action);
  }
}
