import { fromState } from "../fields/field.ts";
import { listenerFields } from "../fields/listener.ts";
import { loadBalancerFields } from "../fields/load-balancer.ts";
import { healthCheckArguments, targetGroupFields } from "../fields/target-group.ts";
import type { FoundListener, FoundLoadBalancer, FoundTargetGroup } from "../types/balancing.ts";
import { readActions, readRule } from "./read-listener-rules.ts";
import type { StateResource, StateResources } from "./resources.ts";

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
  const parts = (...types: readonly string[]) => resources.having("listener_arn", id, ...types);
  const certificates = parts("aws_lb_listener_certificate", "aws_alb_listener_certificate");
  return {
    arn: id,
    ...fromState(listenerFields, values),
    action: readActions(values.blocks("default_action")),
    rules: parts("aws_lb_listener_rule", "aws_alb_listener_rule").map(readRule),
    furtherParts: certificates.map((certificate) => `certificate ${certificate.id}`),
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
