import type { FoundAction, FoundListener, FoundLoadBalancer, FoundTargetGroup } from "../types/balancing.ts";
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
  const [first, ...further] = fields.blocks("default_action");
  return {
    arn: id,
    port: fields.number("port") ?? 0,
    protocol: fields.text("protocol") ?? "",
    certificateArn: fields.text("certificate_arn"),
    sslPolicy: fields.text("ssl_policy"),
    action: further.length > 0 ? { kind: "other", words: "several default actions" } : readAction(first),
    furtherParts: [
      ...parts(["aws_lb_listener_rule", "aws_alb_listener_rule"], "rule"),
      ...parts(["aws_lb_listener_certificate", "aws_alb_listener_certificate"], "certificate"),
    ],
  };
}

function readAction(action: Fields | undefined): FoundAction {
  const type = action?.text("type") ?? "none";
  const target = forwardTarget(action);
  if (type === "forward" && target !== null) return { kind: "forward", targetGroupArn: target };
  const [redirect] = action?.blocks("redirect") ?? [];
  if (type === "redirect" && redirect !== undefined) return readRedirect(redirect);
  const [response] = action?.blocks("fixed_response") ?? [];
  const statusCode = response?.number("status_code") ?? null;
  if (type !== "fixed-response" || response === undefined || statusCode === null) {
    return { kind: "other", words: `default action ${type}` };
  }
  const contentType = response.text("content_type") ?? "text/plain";
  return { kind: "fixed-response", statusCode, contentType, messageBody: response.text("message_body") };
}

/** The one target group it forwards to; null when there are several. */
function forwardTarget(action: Fields | undefined): string | null {
  const groups = action?.blocks("forward").flatMap((forward) => forward.blocks("target_group")) ?? [];
  if (groups.length > 1) return null;
  return groups[0]?.text("arn") ?? action?.text("target_group_arn") ?? null;
}

/** A blueprint says one kind of redirect: to HTTPS, all else as it was. */
function readRedirect(redirect: Fields): FoundAction {
  const kept = [
    [redirect.text("host") ?? "#{host}", "#{host}"],
    [redirect.text("path") ?? "/#{path}", "/#{path}"],
    [redirect.text("query") ?? "#{query}", "#{query}"],
  ];
  const port = redirect.number("port");
  const isToHttps = redirect.text("protocol") === "HTTPS" && kept.every(([value, usual]) => value === usual);
  if (!isToHttps || port === null) return { kind: "other", words: "a redirect other than to HTTPS" };
  return { kind: "redirect-to-https", port, statusCode: redirect.text("status_code") ?? "HTTP_301" };
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
