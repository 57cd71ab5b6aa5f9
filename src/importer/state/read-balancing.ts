import { listenerAction, type ToldAction } from "../listener-action.ts";
import type { FoundListener, FoundLoadBalancer, FoundTargetGroup } from "../types/balancing.ts";
import type { Fields } from "./fields.ts";
import { inVpc } from "./read-network.ts";
import type { StateResource, StateResources } from "./resources.ts";

/** The VPC's application, network and gateway load balancers, with their listeners. */
export function readLoadBalancers(resources: StateResources, vpcId: string): readonly FoundLoadBalancer[] {
  return inVpc(resources.of("aws_lb", "aws_alb"), vpcId).map(({ id, fields }) => ({
    id,
    name: fields.text("name"),
    type: fields.text("load_balancer_type") ?? "application",
    isInternal: fields.flag("internal"),
    ipAddressType: fields.text("ip_address_type") ?? "ipv4",
    subnetIds: fields.texts("subnets"),
    securityGroupIds: fields.texts("security_groups"),
    deletionProtection: fields.flag("enable_deletion_protection"),
    idleTimeout: fields.number("idle_timeout"),
    crossZone: fields.flag("enable_cross_zone_load_balancing"),
    listeners: resources
      .of("aws_lb_listener", "aws_alb_listener")
      .filter((listener) => listener.fields.text("load_balancer_arn") === id)
      .map((listener) => readListener(resources, listener)),
  }));
}

function readListener(resources: StateResources, { id, fields }: StateResource): FoundListener {
  const parts = (types: readonly string[], words: string) =>
    resources
      .of(...types)
      .filter((part) => part.fields.text("listener_arn") === id)
      .map((part) => `${words} ${part.id}`);
  return {
    arn: id,
    port: fields.number("port") ?? 0,
    protocol: fields.text("protocol") ?? "",
    certificateArn: fields.text("certificate_arn"),
    sslPolicy: fields.text("ssl_policy"),
    action: listenerAction(fields.blocks("default_action").map(readAction)),
    furtherParts: [
      ...parts(["aws_lb_listener_rule", "aws_alb_listener_rule"], "rule"),
      ...parts(["aws_lb_listener_certificate", "aws_alb_listener_certificate"], "certificate"),
    ],
  };
}

function readAction(action: Fields): ToldAction {
  const [redirect] = action.blocks("redirect");
  const [response] = action.blocks("fixed_response");
  const groups = action.blocks("forward").flatMap((forward) => forward.blocks("target_group"));
  const arns = [...groups.map((group) => group.text("arn")), action.text("target_group_arn")];
  return {
    type: action.text("type") ?? "none",
    targetGroupArns: [...new Set(arns.filter((arn) => arn !== null))],
    redirect: redirect === undefined ? null : readRedirect(redirect),
    response: response === undefined ? null : readResponse(response),
  };
}

function readRedirect(redirect: Fields): NonNullable<ToldAction["redirect"]> {
  return {
    protocol: redirect.text("protocol"),
    port: redirect.number("port"),
    host: redirect.text("host"),
    path: redirect.text("path"),
    query: redirect.text("query"),
    statusCode: redirect.text("status_code") ?? "HTTP_301",
  };
}

function readResponse(response: Fields): NonNullable<ToldAction["response"]> {
  return {
    statusCode: response.number("status_code") ?? 200,
    contentType: response.text("content_type") ?? "text/plain",
    messageBody: response.text("message_body"),
  };
}

/** The VPC's target groups, with the targets that attachments name. */
export function readTargetGroups(resources: StateResources, vpcId: string): readonly FoundTargetGroup[] {
  return inVpc(resources.of("aws_lb_target_group", "aws_alb_target_group"), vpcId).map(({ id, fields }) => ({
    id,
    name: fields.text("name"),
    targetType: fields.text("target_type") ?? "instance",
    ipAddressType: fields.text("ip_address_type") ?? "ipv4",
    protocol: fields.text("protocol") ?? "",
    protocolVersion: fields.text("protocol_version"),
    port: fields.number("port") ?? 0,
    deregistrationDelay: fields.number("deregistration_delay"),
    healthCheck: readHealthCheck(fields.blocks("health_check")[0]),
    targets: resources
      .of("aws_lb_target_group_attachment", "aws_alb_target_group_attachment")
      .filter((one) => one.fields.text("target_group_arn") === id)
      .map((one) => ({ id: one.fields.text("target_id") ?? "", port: one.fields.number("port") })),
  }));
}

function readHealthCheck(check: Fields | undefined): FoundTargetGroup["healthCheck"] {
  return {
    protocol: check?.text("protocol") ?? "HTTP",
    port: check?.text("port") ?? "traffic-port",
    path: check?.text("path") ?? null,
    matcher: check?.text("matcher") ?? null,
    interval: check?.number("interval") ?? 30,
    timeout: check?.number("timeout") ?? 5,
    healthyThreshold: check?.number("healthy_threshold") ?? 3,
    unhealthyThreshold: check?.number("unhealthy_threshold") ?? 3,
  };
}
