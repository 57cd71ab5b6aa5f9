import type { Action } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi } from "../fields/field.ts";
import { fixedResponseArguments, listenerFields, redirectFields } from "../fields/listener.ts";
import { loadBalancerFields } from "../fields/load-balancer.ts";
import { healthCheckArguments, targetGroupFields } from "../fields/target-group.ts";
import { listenerAction, type ToldAction } from "../listener-action.ts";
import type { FoundListener, FoundLoadBalancer, FoundTargetGroup } from "../types/balancing.ts";
import type { ToldBalancing } from "./ask-balancing.ts";

type ToldBalancer = ToldBalancing["loadBalancers"][number];

/** A load balancer as an inventory has it. */
export function mapLoadBalancer(balancer: ToldBalancer): FoundLoadBalancer {
  return {
    id: balancer.LoadBalancerArn ?? "",
    ...fromApi(loadBalancerFields, balancer),
    listeners: balancer.listeners.map(mapListener),
  };
}

function mapListener(listener: ToldBalancer["listeners"][number]): FoundListener {
  return {
    arn: listener.ListenerArn ?? "",
    ...fromApi(listenerFields, listener),
    action: listenerAction(listener.DefaultActions?.map(mapAction) ?? []),
    furtherParts: listener.furtherParts,
  };
}

function mapAction({
  Type,
  TargetGroupArn,
  ForwardConfig,
  RedirectConfig,
  FixedResponseConfig,
}: Action): ToldAction {
  const groups = ForwardConfig?.TargetGroups?.map((group) => group.TargetGroupArn) ?? [];
  return {
    type: Type ?? "none",
    targetGroupArns: [...new Set([...groups, TargetGroupArn].flatMap((arn) => arn ?? []))],
    redirect: RedirectConfig === undefined ? null : fromApi(redirectFields, RedirectConfig),
    response: FixedResponseConfig === undefined ? null : fromApi(fixedResponseArguments, FixedResponseConfig),
  };
}

/** A target group as an inventory has it. */
export function mapTargetGroup(group: ToldBalancing["targetGroups"][number]): FoundTargetGroup {
  return {
    id: group.TargetGroupArn ?? "",
    ...fromApi(targetGroupFields, group),
    healthCheck: fromApi(healthCheckArguments, group),
    targets: group.targets.map(({ Id, Port }) => ({ id: Id ?? "", port: Port ?? null, isWritten: false })),
  };
}
