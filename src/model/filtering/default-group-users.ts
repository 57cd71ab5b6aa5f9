import type { Path } from "../../base/path.ts";
import { cachesOf, databasesOf } from "../databases/database-lookup.ts";
import type { Network } from "../types/network.ts";

/** Something that names no security group, and so stands in the VPC's default one. */
export interface DefaultGroupUser {
  /** A sentence part, such as `instance "a"`. */
  readonly what: string;
  readonly path: Path;
}

/**
 * What stands in the VPC's default security group. A network load balancer without groups has none at all, EKS makes one
 * of its own, functions and endpoints always name one, and a template that nothing runs stands nowhere.
 */
export function defaultGroupUsers(network: Network): readonly DefaultGroupUser[] {
  const { compute, loadBalancers, ecs } = network;
  const templates = compute.launchTemplates.filter(({ tiers }) => tiers.length > 0);
  return [
    ...without(templates, "launch template", ({ host }) => host.securityGroups),
    ...without(compute.instances, "instance", ({ host }) => host.securityGroups),
    ...without(
      loadBalancers.filter(({ type }) => type === "application"),
      "load balancer",
      ({ securityGroups }) => securityGroups,
    ),
    ...without(databasesOf(network), "database", ({ securityGroups }) => securityGroups),
    ...without(cachesOf(network), "cache", ({ securityGroups }) => securityGroups),
    ...without(ecs.services, "ECS service", ({ securityGroups }) => securityGroups),
  ];
}

function without<T extends { readonly name: string; readonly path: Path }>(
  all: readonly T[],
  kind: string,
  groupsOf: (one: T) => readonly string[],
): readonly DefaultGroupUser[] {
  return all
    .filter((one) => groupsOf(one).length === 0)
    .map(({ name, path }) => ({ what: `${kind} "${name}"`, path }));
}
