import { formatPath, type Path } from "../../base/path.ts";
import type { Network } from "../types/network.ts";
import type { Tags } from "../types/shared.ts";

/** Something that is made with tags of its own. */
export interface Tagged {
  readonly path: Path;
  readonly tags: Tags;
}

/** Something whose service takes certain characters in tags only. */
export interface StrictlyTagged extends Tagged {
  readonly service: "Elastic Load Balancing" | "IAM" | "ECS" | "CloudWatch Logs";
}

/** What is tagged in services that are strict: of each thing, the service that refuses the tags first. */
export function strictlyTagged(network: Network): readonly StrictlyTagged[] {
  const { loadBalancers, gatewayLoadBalancers, targetGroups, compute, eks, lambda, ecs } = network;
  return [
    ...[...loadBalancers, ...gatewayLoadBalancers, ...targetGroups].map(as("Elastic Load Balancing")),
    ...compute.instanceProfiles.map(as("IAM")),
    ...eks.clusters.map(as("IAM")),
    ...eks.clusters.flatMap(({ podRoles }) =>
      podRoles.map(({ path, role: { tags } }) => as("IAM")({ path, tags })),
    ),
    ...lambda.functions.map(as("IAM")),
    ...[...ecs.clusters, ...ecs.taskDefinitions, ...ecs.services].map(as("ECS")),
    ...withLogGroups(network).map(as("CloudWatch Logs")),
  ];
}

/** What a log group is made for, which has its tags. */
function withLogGroups({ flowLogs, networkFirewalls, route53 }: Network): readonly Tagged[] {
  return [
    ...flowLogs.filter(({ destination }) => destination.kind === "cloud-watch-logs"),
    ...networkFirewalls.filter(({ logs }) =>
      logs.some(({ destination }) => destination.kind === "cloud-watch-logs"),
    ),
    ...route53.resolverQueryLogs.filter(({ destination }) => destination.kind === "cloud-watch-logs"),
  ];
}

function as(service: StrictlyTagged["service"]) {
  return ({ path, tags }: Tagged): StrictlyTagged => ({ service, path, tags });
}

/** Everything with tags of its own, once for each place where they are written. */
export function taggedThings(network: Network): readonly Tagged[] {
  const {
    neighbours: _others,
    joined: _joined,
    sameVpc: _beside,
    writtenArns: _arns,
    linked: _linked,
    joinedServices: _services,
    tags: _everywhere,
    ...own
  } = network;
  const found = Object.values(own).flatMap((value) => taggedIn(value, []));
  return [...new Map(found.map((thing) => [formatPath(thing.path), thing])).values()];
}

/** What has no path of its own is of the thing that it is in. */
function taggedIn(value: unknown, within: Path): readonly Tagged[] {
  if (typeof value !== "object" || value === null) return [];
  const path = "path" in value && isPath(value.path) ? value.path : within;
  const inside = Object.values(value).flatMap((item) => taggedIn(item, path));
  return "tags" in value ? [{ path, tags: value.tags as Tags }, ...inside] : inside;
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value);
}
