import { compareTexts } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  ListenerAction,
  TargetGroup as WrittenGroup,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsNameOf, awsStackName, displayName, targetGroupNamePrefix } from "../names.ts";
import type { HealthCheck, TargetGroup } from "../types/load-balancing.ts";
import { normaliseTargets } from "./targets.ts";

/** The target groups, sorted by name. */
export function normaliseTargetGroups(context: Context, blueprint: Blueprint): readonly TargetGroup[] {
  return sortedEntries(blueprint.targetGroups).map(([name, written]): TargetGroup => {
    const path: Path = ["targetGroups", name];
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), awsNameOf(name, written)),
      namePrefix: targetGroupNamePrefix(awsNameOf(name, written)),
      protocol: written.protocol,
      port: written.port,
      ipAddressType: written.ipAddressType,
      targetType: targetTypeOf(written),
      protocolVersion: written.protocolVersion ?? null,
      deregistrationDelay: written.deregistrationDelay,
      healthCheck: normaliseHealthCheck(written),
      targets: normaliseTargets(context, blueprint, name, written.targets ?? null, [...path, "targets"]),
      loadBalancers: balancersOf(blueprint, name),
      tags: written.tags,
    };
  });
}

const GOOD_HTTP_STATUS = "200";
/** UNIMPLEMENTED, AWS's own default: whoever says so is there. Source: botocore 1.43.11 model of elbv2, Matcher. */
const GOOD_GRPC_STATUS = "12";

/** A group without targets takes instances: others register with it later. Tasks of ECS have addresses of their own. */
function targetTypeOf({ targets }: WrittenGroup): "instance" | "ip" {
  if (targets?.ecsService !== undefined) return "ip";
  return targets?.instanceAddresses !== undefined || targets?.addresses !== undefined ? "ip" : "instance";
}

function normaliseHealthCheck(group: WrittenGroup): HealthCheck {
  const check = group.healthCheck;
  const { interval, timeout, healthyThreshold, unhealthyThreshold } = check;
  const protocol = check.protocol ?? (isHttp(group.protocol) ? group.protocol : "TCP");
  const good = group.protocolVersion === "GRPC" ? GOOD_GRPC_STATUS : GOOD_HTTP_STATUS;
  return {
    protocol,
    port: check.port === undefined ? defaultPort(group) : String(check.port),
    path: isHttp(protocol) ? check.path : null,
    matcher: isHttp(protocol) ? (check.matcher ?? good) : null,
    interval,
    timeout,
    healthyThreshold,
    unhealthyThreshold,
  };
}

/** Nobody answers a question in GENEVE: AWS's own default for appliances. */
const GENEVE_HEALTH_PORT = "80";

function defaultPort({ protocol }: WrittenGroup): string {
  return protocol === "GENEVE" ? GENEVE_HEALTH_PORT : "traffic-port";
}

function isHttp(protocol: string): boolean {
  return protocol === "HTTP" || protocol === "HTTPS";
}

function balancersOf({ loadBalancers, network }: Blueprint, targetGroup: string): readonly string[] {
  const gateways = sortedEntries(network.gatewayLoadBalancers)
    .filter(([, balancer]) => balancer.targetGroup === targetGroup)
    .map(([name]) => name);
  const others = sortedEntries(loadBalancers)
    .filter(([, { listeners }]) =>
      Object.values(listeners).some(
        ({ action, rules }) =>
          forwards(action, targetGroup) ||
          Object.values(rules).some((rule) => forwards(rule.action, targetGroup)),
      ),
    )
    .map(([name]) => name);
  return [...others, ...gateways].sort(compareTexts);
}

function forwards({ forwardTo, forward }: ListenerAction, targetGroup: string): boolean {
  return forwardTo === targetGroup || Object.hasOwn(forward?.targetGroups ?? {}, targetGroup);
}
