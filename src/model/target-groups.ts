import type { Path } from "../base/path.ts";
import type {
  Blueprint,
  HealthCheck as WrittenCheck,
  TargetGroup as WrittenGroup,
} from "../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "./context.ts";
import { displayName, targetGroupNamePrefix } from "./names.ts";
import { normaliseTargets } from "./targets.ts";
import type { HealthCheck, TargetGroup } from "./types/load-balancing.ts";

/** The target groups, sorted by name. */
export function normaliseTargetGroups(context: Context, blueprint: Blueprint): readonly TargetGroup[] {
  return sortedEntries(blueprint.targetGroups).map(([name, written]): TargetGroup => {
    const path: Path = ["targetGroups", name];
    return {
      name,
      path,
      displayName: displayName(blueprint.name, name),
      namePrefix: targetGroupNamePrefix(name),
      protocol: written.protocol,
      port: written.port,
      ipAddressType: written.ipAddressType,
      targetType: targetTypeOf(written),
      protocolVersion: written.protocolVersion ?? null,
      deregistrationDelay: written.deregistrationDelay,
      healthCheck: normaliseHealthCheck(written.healthCheck, written.protocol),
      targets: normaliseTargets(context, blueprint, name, written.targets ?? null, [...path, "targets"]),
      loadBalancers: balancersOf(blueprint, name),
      tags: written.tags,
    };
  });
}

/** A group without targets takes instances: others register with it later. Tasks of ECS have addresses of their own. */
function targetTypeOf({ targets }: WrittenGroup): "instance" | "ip" {
  if (targets?.ecsService !== undefined) return "ip";
  return targets?.instanceAddresses !== undefined || targets?.addresses !== undefined ? "ip" : "instance";
}

function normaliseHealthCheck(written: WrittenCheck, groupProtocol: string): HealthCheck {
  const { interval, timeout, healthyThreshold, unhealthyThreshold } = written;
  const protocol = written.protocol ?? (isHttp(groupProtocol) ? "HTTP" : "TCP");
  return {
    protocol,
    port: written.port === undefined ? "traffic-port" : String(written.port),
    path: isHttp(protocol) ? written.path : null,
    matcher: isHttp(protocol) ? written.matcher : null,
    interval,
    timeout,
    healthyThreshold,
    unhealthyThreshold,
  };
}

function isHttp(protocol: string): boolean {
  return protocol === "HTTP" || protocol === "HTTPS";
}

function balancersOf({ loadBalancers }: Blueprint, targetGroup: string): readonly string[] {
  return sortedEntries(loadBalancers)
    .filter(([, { listeners }]) =>
      Object.values(listeners).some(({ action }) => action.forwardTo === targetGroup),
    )
    .map(([name]) => name);
}
