import type { LoadBalancer, TargetGroup } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";

/** The application load balancer that sends to a target group; null: none does. */
export function applicationBalancerOf(
  { loadBalancers }: Network,
  targetGroup: TargetGroup,
): LoadBalancer | null {
  const named = loadBalancers.filter(({ name }) => targetGroup.loadBalancers.includes(name));
  return named.find(({ type }) => type === "application") ?? null;
}
