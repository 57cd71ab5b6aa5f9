import { isMadeByHook } from "../../hooks/is-made-by-hook.ts";
import { targetGroupsOf } from "../../load-balancing/forwards-of.ts";
import type { GatewayLoadBalancer } from "../../types/gateway-load-balancers.ts";
import type { Listener, ListenerAction } from "../../types/listeners.ts";
import type { LoadBalancer } from "../../types/load-balancing.ts";
import type { Network } from "../../types/network.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/** Load balancers with their listeners and rules, and target groups: but for those that a provider hook makes. */
export function importableBalancing(network: Network): readonly Importable[] {
  const { loadBalancers, gatewayLoadBalancers, targetGroups } = network;
  return [
    ...loadBalancers.flatMap(loadBalancer),
    ...gatewayLoadBalancers.flatMap(gatewayLoadBalancer),
    ...targetGroups
      .filter(({ name }) => !isMadeByHook(network, "target-group-ipv6", name))
      .map(({ name }) => importable("aws_lb_target_group", name)),
  ];
}

function loadBalancer({ name, listeners, subnets }: LoadBalancer): readonly Importable[] {
  const balancer = inSubnets(importable("aws_lb", name), subnets);
  return [balancer, ...listeners.flatMap((one) => listener(balancer.address, one))];
}

/** Its one listener has its name. */
function gatewayLoadBalancer({ name, subnets, targetGroup }: GatewayLoadBalancer): readonly Importable[] {
  const balancer = inSubnets(importable("aws_lb", name), subnets);
  const group = terraformAddress("aws_lb_target_group", targetGroup);
  return [balancer, importable("aws_lb_listener", name, [balancer.address, group])];
}

/** Rules by the family of clients are new: their address type is. */
function listener(balancer: string, { id, action, rules }: Listener): readonly Importable[] {
  const own = importable("aws_lb_listener", id, [balancer, ...groupsOf(action)]);
  return [
    own,
    ...rules
      .filter(({ conditions }) => conditions.ipAddressType === null)
      .map((rule) => importable("aws_lb_listener_rule", rule.id, [own.address, ...groupsOf(rule.action)])),
  ];
}

function groupsOf(action: ListenerAction): readonly string[] {
  return targetGroupsOf(action).map((group) => terraformAddress("aws_lb_target_group", group));
}
