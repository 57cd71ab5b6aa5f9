import { fromState } from "../fields/field.ts";
import { fixedResponseArguments, listenerFields, redirectFields } from "../fields/listener.ts";
import { loadBalancerFields } from "../fields/load-balancer.ts";
import { healthCheckArguments, targetGroupFields } from "../fields/target-group.ts";
import { listenerAction, type ToldAction } from "../listener-action.ts";
import type { FoundListener, FoundLoadBalancer, FoundTargetGroup } from "../types/balancing.ts";
import type { StateResource, StateResources } from "./resources.ts";
import type { Values } from "./values.ts";

/** The VPC's application, network and gateway load balancers, with their listeners. */
export function readLoadBalancers(resources: StateResources, vpcId: string): readonly FoundLoadBalancer[] {
  return resources.having("vpc_id", vpcId, "aws_lb", "aws_alb").map(({ id, values }) => ({
    id,
    ...fromState(loadBalancerFields, values),
    listeners: resources
      .having("load_balancer_arn", id, "aws_lb_listener", "aws_alb_listener")
      .map((listener) => readListener(resources, listener)),
  }));
}

function readListener(resources: StateResources, { id, values }: StateResource): FoundListener {
  const parts = (types: readonly string[], words: string) =>
    resources.having("listener_arn", id, ...types).map((part) => `${words} ${part.id}`);
  return {
    arn: id,
    ...fromState(listenerFields, values),
    action: listenerAction(values.blocks("default_action").map(readAction)),
    furtherParts: [
      ...parts(["aws_lb_listener_rule", "aws_alb_listener_rule"], "rule"),
      ...parts(["aws_lb_listener_certificate", "aws_alb_listener_certificate"], "certificate"),
    ],
  };
}

function readAction(action: Values): ToldAction {
  const [redirect] = action.blocks("redirect");
  const [response] = action.blocks("fixed_response");
  const groups = action.blocks("forward").flatMap((forward) => forward.blocks("target_group"));
  const arns = [...groups.map((group) => group.text("arn")), action.text("target_group_arn")];
  return {
    type: action.text("type") ?? "none",
    targetGroupArns: [...new Set(arns.filter((arn) => arn !== null))],
    redirect: redirect === undefined ? null : fromState(redirectFields, redirect),
    response: response === undefined ? null : fromState(fixedResponseArguments, response),
  };
}

/** The VPC's target groups, with the targets that attachments name. */
export function readTargetGroups(resources: StateResources, vpcId: string): readonly FoundTargetGroup[] {
  return resources
    .having("vpc_id", vpcId, "aws_lb_target_group", "aws_alb_target_group")
    .map(({ id, values }) => ({
      id,
      ...fromState(targetGroupFields, values),
      healthCheck: fromState(healthCheckArguments, values.blocks("health_check")[0]),
      targets: resources
        .having("target_group_arn", id, "aws_lb_target_group_attachment", "aws_alb_target_group_attachment")
        .map((one) => ({
          id: one.values.text("target_id") ?? "",
          port: one.values.number("port"),
          isWritten: true,
        })),
    }));
}
