import { isMadeByHook } from "../../hooks/is-made-by-hook.ts";
import { targetGroupsOf } from "../../load-balancing/forwards-of.ts";
import type { LoadBalancer } from "../../types/load-balancing.ts";
import type { Network } from "../../types/network.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable, inSubnets } from "./importable-resource.ts";

/** Load balancers with their listeners, and target groups: but for those that a provider hook makes. */
export function importableBalancing(network: Network): readonly Importable[] {
  const { loadBalancers, targetGroups } = network;
  return [
    ...loadBalancers.flatMap(loadBalancer),
    ...targetGroups
      .filter(({ name }) => !isMadeByHook(network, "target-group-ipv6", name))
      .map(({ name }) => importable("aws_lb_target_group", name)),
  ];
}

function loadBalancer({ name, listeners, subnets }: LoadBalancer): readonly Importable[] {
  const balancer = inSubnets(importable("aws_lb", name), subnets);
  return [
    balancer,
    ...listeners.map(({ id, action }) =>
      importable("aws_lb_listener", id, [
        balancer.address,
        ...targetGroupsOf(action).map((group) => terraformAddress("aws_lb_target_group", group)),
      ]),
    ),
  ];
}
