import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import type { Construct } from "constructs";
import { hookFacts } from "../../aws/provider-gaps.ts";
import { needsSourceNatPrefix } from "../../model/load-balancing/source-nat.ts";
import type { LoadBalancer } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { ITerraformDependable } from "../engine.ts";
import { resourceFor } from "../resources.ts";
import { addCliStep } from "./cli-step.ts";
import type { ProviderHook } from "./provider-hook.ts";
import { removedNames } from "./removed-names.ts";
import type { TerraformData } from "./terraform-data.ts";

/** What the hook needs for one network load balancer. */
export interface SourceNatInput {
  readonly network: Network;
  readonly balancer: LoadBalancer;
  readonly lb: Lb;
  /** Ids of the balancer's subnets. */
  readonly subnetIds: readonly string[];
}

const HOOK = "nlb-ipv6-source-nat";

const TURN_ON = `now="$(aws elbv2 set-subnets --cli-input-json "$ON_REQUEST" --query EnablePrefixForIpv6SourceNat --output text)"
[ "$now" = on ] || refuse "the IPv6 source-NAT prefix of $LOAD_BALANCER is $now, not on"
`;

const OFF = `udp_listeners() {
  aws elbv2 describe-listeners --load-balancer-arn "$1" --query "Listeners[?Protocol=='UDP' || Protocol=='TCP_UDP'].ListenerArn" --output text
}
turn_off() {
  local request
  request="$(aws elbv2 describe-load-balancers --load-balancer-arns "$1" --query "LoadBalancers[0].{LoadBalancerArn: LoadBalancerArn, Subnets: AvailabilityZones[].SubnetId, EnablePrefixForIpv6SourceNat: 'off'}" --output json)"
  aws elbv2 set-subnets --cli-input-json "$request" >/dev/null
}
`;

/**
 * Turns it off, where the balancer is still there and no listener needs it: while the step is only replaced, the
 * listeners stay, and Elastic Load Balancing refuses.
 */
const TURN_OFF = `${OFF}balancer="$(aws elbv2 describe-load-balancers --query "LoadBalancers[?LoadBalancerArn=='$LOAD_BALANCER'].LoadBalancerArn" --output text)"
[ -n "$balancer" ] || exit 0
[ -z "$(udp_listeners "$balancer")" ] || exit 0
turn_off "$balancer"
`;

/** Turns it off at balancers that stay, once their last UDP listener is gone, for which it waits up to ten minutes. */
const REMOVE = `${OFF}tries=200
while IFS= read -r balancer; do
  while [ -n "$(udp_listeners "$balancer")" ]; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || refuse "the IPv6 source-NAT prefix of $balancer stays on: after ten minutes it still has a UDP listener, which this stack does not make"
    sleep 3
  done
  turn_off "$balancer"
done <<<"$LOAD_BALANCERS"
`;

/**
 * Turns on the IPv6 source-NAT prefix of a dual-stack network load balancer; its UDP listeners wait for it. It is set
 * again whenever the subnets change, for the provider sets those without it.
 */
export const nlbIpv6SourceNat: ProviderHook<SourceNatInput, TerraformData> = {
  ...hookFacts(HOOK),
  apply(scope, { network, balancer, lb, subnetIds }) {
    const request = { LoadBalancerArn: lb.arn, Subnets: subnetIds, EnablePrefixForIpv6SourceNat: "on" };
    return addCliStep(scope, network, {
      id: `nlb_ipv6_source_nat_${balancer.name}`,
      values: { LOAD_BALANCER: lb.arn, ON_REQUEST: JSON.stringify(request) },
      create: TURN_ON,
      destroy: TURN_OFF,
      part: { hook: HOOK, name: balancer.name },
    });
  },
};

/** What is there of a load balancer. */
interface BalancerMade {
  readonly lb: Lb;
  readonly listeners: readonly ITerraformDependable[];
}

/**
 * Turns the prefix off at the balancers that `terraform.removed` names and that are still there without it being
 * needed. A balancer that is gone took its prefix along. Nothing to do: no step.
 */
export function removeSourceNat(
  scope: Construct,
  network: Network,
  made: ReadonlyMap<string, BalancerMade>,
): void {
  const names = removedNames(network, HOOK);
  const ended = network.loadBalancers
    .filter(({ type, ipAddressType }) => type === "network" && ipAddressType === "dualstack")
    .filter((balancer) => names.includes(balancer.name) && !needsSourceNatPrefix(balancer))
    .map(({ name }) => resourceFor(made, name));
  if (ended.length === 0) return;
  addCliStep(scope, network, {
    id: "removed_nlb_ipv6_source_nat",
    values: { LOAD_BALANCERS: ended.map(({ lb }) => lb.arn).join("\n") },
    create: REMOVE,
    destroy: null,
    dependsOn: ended.flatMap(({ lb, listeners }) => [lb, ...listeners]),
  });
}
