import type { Action, TargetGroup } from "@aws-sdk/client-elastic-load-balancing-v2";
import { listenerAction, type ToldAction } from "../listener-action.ts";
import type {
  FoundHealthCheck,
  FoundListener,
  FoundLoadBalancer,
  FoundTargetGroup,
} from "../types/balancing.ts";
import type { ToldBalancing } from "./ask-balancing.ts";

type ToldBalancer = ToldBalancing["loadBalancers"][number];

/** A load balancer as an inventory has it. */
export function mapLoadBalancer({ balancer, attributes, listeners }: ToldBalancer): FoundLoadBalancer {
  const idleTimeout = attributes.get("idle_timeout.timeout_seconds");
  return {
    id: balancer.LoadBalancerArn ?? "",
    name: balancer.LoadBalancerName ?? null,
    type: balancer.Type ?? "",
    isInternal: balancer.Scheme === "internal",
    ipAddressType: balancer.IpAddressType ?? "ipv4",
    subnetIds: balancer.AvailabilityZones?.flatMap(({ SubnetId }) => SubnetId ?? []) ?? [],
    securityGroupIds: balancer.SecurityGroups ?? [],
    deletionProtection: attributes.get("deletion_protection.enabled") === "true",
    idleTimeout: idleTimeout === undefined ? null : Number(idleTimeout),
    crossZone: attributes.get("load_balancing.cross_zone.enabled") === "true",
    listeners: listeners.map(mapListener),
  };
}

function mapListener({ listener, furtherParts }: ToldBalancer["listeners"][number]): FoundListener {
  return {
    arn: listener.ListenerArn ?? "",
    port: listener.Port ?? 0,
    protocol: listener.Protocol ?? "",
    certificateArn: listener.Certificates?.[0]?.CertificateArn ?? null,
    sslPolicy: listener.SslPolicy ?? null,
    action: listenerAction(listener.DefaultActions?.map(mapAction) ?? []),
    furtherParts,
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
    redirect: RedirectConfig === undefined ? null : mapRedirect(RedirectConfig),
    response:
      FixedResponseConfig === undefined
        ? null
        : {
            statusCode: Number(FixedResponseConfig.StatusCode ?? 200),
            contentType: FixedResponseConfig.ContentType ?? "text/plain",
            messageBody: FixedResponseConfig.MessageBody ?? null,
          },
  };
}

function mapRedirect({
  Protocol,
  Port,
  Host,
  Path,
  Query,
  StatusCode,
}: NonNullable<Action["RedirectConfig"]>): NonNullable<ToldAction["redirect"]> {
  return {
    protocol: Protocol ?? null,
    port: /^\d+$/.test(Port ?? "") ? Number(Port) : null,
    host: Host ?? null,
    path: Path ?? null,
    query: Query ?? null,
    statusCode: StatusCode ?? "HTTP_301",
  };
}

/** A target group as an inventory has it. */
export function mapTargetGroup({
  group,
  attributes,
  targets,
}: ToldBalancing["targetGroups"][number]): FoundTargetGroup {
  const delay = attributes.get("deregistration_delay.timeout_seconds");
  return {
    id: group.TargetGroupArn ?? "",
    name: group.TargetGroupName ?? null,
    targetType: group.TargetType ?? "instance",
    ipAddressType: group.IpAddressType ?? "ipv4",
    protocol: group.Protocol ?? "",
    protocolVersion: group.ProtocolVersion ?? null,
    port: group.Port ?? 0,
    deregistrationDelay: delay === undefined ? null : Number(delay),
    healthCheck: mapHealthCheck(group),
    targets: targets.map(({ Id, Port }) => ({ id: Id ?? "", port: Port ?? null })),
  };
}

function mapHealthCheck(group: TargetGroup): FoundHealthCheck {
  return {
    protocol: group.HealthCheckProtocol ?? "HTTP",
    port: group.HealthCheckPort ?? "traffic-port",
    path: group.HealthCheckPath ?? null,
    matcher: group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode ?? null,
    interval: group.HealthCheckIntervalSeconds ?? 30,
    timeout: group.HealthCheckTimeoutSeconds ?? 5,
    healthyThreshold: group.HealthyThresholdCount ?? 3,
    unhealthyThreshold: group.UnhealthyThresholdCount ?? 3,
  };
}
