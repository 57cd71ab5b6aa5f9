import type { TargetGroup as Told } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { HealthCheck, TargetGroup } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said } from "./field.ts";
import { attribute, type WithAttributes } from "./with-attributes.ts";

const { text, number } = fieldsOf<Told & WithAttributes>();

/** What a blueprint says of a target group as it is. */
export const targetGroupArguments = {
  protocol: text("protocol", "Protocol", ""),
  port: number("port", "Port", 0),
  ipAddressType: said(text("ip_address_type", "IpAddressType", "ipv4"), (type) =>
    type === "ipv6" ? type : undefined,
  ),
  protocolVersion: said(text("protocol_version", "ProtocolVersion", null), (version) =>
    ["HTTP2", "GRPC"].find((one) => one === version),
  ),
  /** Seconds; null: not told. */
  deregistrationDelay: number(
    "deregistration_delay",
    attribute("deregistration_delay.timeout_seconds"),
    null,
  ),
} satisfies ArgumentsOf<TargetGroup>;

/** What import reads of a target group beside its targets and how it asks them. */
export const targetGroupFields = {
  ...targetGroupArguments,
  name: text("name", "TargetGroupName", null),
  targetType: text("target_type", "TargetType", "instance"),
};

const check = fieldsOf<Told>();

/** What a blueprint says of how a target group asks its targets. */
export const healthCheckArguments = {
  protocol: check.text("protocol", "HealthCheckProtocol", "HTTP"),
  /** `traffic-port`, or a number as text. */
  port: said(check.text("port", "HealthCheckPort", "traffic-port"), (port) =>
    /^\d+$/.test(port) ? Number(port) : undefined,
  ),
  path: check.text("path", "HealthCheckPath", null),
  matcher: check.text("matcher", ({ Matcher }) => Matcher?.HttpCode ?? Matcher?.GrpcCode, null),
  /** Seconds, as the timeout is. */
  interval: check.number("interval", "HealthCheckIntervalSeconds", 30),
  timeout: check.number("timeout", "HealthCheckTimeoutSeconds", 5),
  healthyThreshold: check.number("healthy_threshold", "HealthyThresholdCount", 3),
  unhealthyThreshold: check.number("unhealthy_threshold", "UnhealthyThresholdCount", 3),
} satisfies ArgumentsOf<HealthCheck>;
