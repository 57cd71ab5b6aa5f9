import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";

import { hookFacts } from "../../aws/provider-gaps.ts";
import type { LoadBalancer } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { addCliStep } from "./cli-step.ts";
import type { ProviderHook } from "./provider-hook.ts";
import type { TerraformData } from "./terraform-data.ts";

/** What the hook needs for one network load balancer. */
export interface SourceNatInput {
  readonly network: Network;
  readonly balancer: LoadBalancer;
  readonly lb: Lb;
  /** Ids of the balancer's subnets. */
  readonly subnetIds: readonly string[];
}

const TURN_ON = `now="$(aws elbv2 set-subnets --cli-input-json "$ON_REQUEST" --query EnablePrefixForIpv6SourceNat --output text)"
[ "$now" = on ] || refuse "the IPv6 source-NAT prefix of $LOAD_BALANCER is $now, not on"
`;

/**
 * Turns it off, where the balancer is still there and no listener needs it: while the step is only replaced, the
 * listeners stay, and Elastic Load Balancing refuses.
 */
const TURN_OFF = `balancer="$(aws elbv2 describe-load-balancers --query "LoadBalancers[?LoadBalancerArn=='$LOAD_BALANCER'].LoadBalancerArn" --output text)"
[ -n "$balancer" ] || exit 0
udp="$(aws elbv2 describe-listeners --load-balancer-arn "$balancer" --query "Listeners[?Protocol=='UDP' || Protocol=='TCP_UDP'].ListenerArn" --output text)"
[ -z "$udp" ] || exit 0
request="$(aws elbv2 describe-load-balancers --load-balancer-arns "$balancer" --query "LoadBalancers[0].{LoadBalancerArn: LoadBalancerArn, Subnets: AvailabilityZones[].SubnetId, EnablePrefixForIpv6SourceNat: 'off'}" --output json)"
aws elbv2 set-subnets --cli-input-json "$request" >/dev/null
`;

/**
 * Turns on the IPv6 source-NAT prefix of a dual-stack network load balancer; its UDP listeners wait for it. It is set
 * again whenever the subnets change, for the provider sets those without it.
 */
export const nlbIpv6SourceNat: ProviderHook<SourceNatInput, TerraformData> = {
  ...hookFacts("nlb-ipv6-source-nat"),
  apply(scope, { network, balancer, lb, subnetIds }) {
    const request = { LoadBalancerArn: lb.arn, Subnets: subnetIds, EnablePrefixForIpv6SourceNat: "on" };
    return addCliStep(scope, network, {
      id: `nlb_ipv6_source_nat_${balancer.name}`,
      values: { LOAD_BALANCER: lb.arn, ON_REQUEST: JSON.stringify(request) },
      create: TURN_ON,
      destroy: TURN_OFF,
    });
  },
};
