import type { Blueprint, TargetGroup } from "../../blueprint/blueprint.generated.ts";
import { sortedEntries } from "../context.ts";

/** What target groups register by instance: whole groups, or single instances. */
export type RegisteredKind = "autoScalingGroups" | "instances";

/** Names of the target groups that register it by instance, sorted. */
export function targetGroupsOf(blueprint: Blueprint, kind: RegisteredKind, name: string): readonly string[] {
  return registeringGroups(blueprint, kind, name).map(([group]) => group);
}

/** True when an IPv6 target group registers it by instance, for which its hosts need a primary IPv6 address. */
export function isIpv6Target(blueprint: Blueprint, kind: RegisteredKind, name: string): boolean {
  return registeringGroups(blueprint, kind, name).some(([, group]) => group.ipAddressType === "ipv6");
}

function registeringGroups(
  blueprint: Blueprint,
  kind: RegisteredKind,
  name: string,
): readonly (readonly [string, TargetGroup])[] {
  return sortedEntries(blueprint.targetGroups).filter(([, group]) => group.targets?.[kind]?.includes(name));
}
