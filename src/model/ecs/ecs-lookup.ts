import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { invariant } from "../../base/invariant.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { tiersOf } from "../lookup.ts";
import { routeFor, routesByTier } from "../routing/route-lookup.ts";
import type { Host } from "../types/compute.ts";
import type { EcsService, TaskDefinition } from "../types/ecs.ts";
import type { Network } from "../types/network.ts";
import type { Tier } from "../types/subnets.ts";

/** A service with what it runs and where. */
export interface PlacedService {
  readonly service: EcsService;
  readonly task: TaskDefinition;
  readonly tiers: readonly Tier[];
  /** The first of its tiers that is IPv6-only, which puts the service into ECS's IPv6-only mode; null: none is. */
  readonly ipv6OnlyTier: Tier | null;
  /** The hosts its tasks run on; null on Fargate. */
  readonly hosts: ServiceHosts | null;
}

/** The auto scaling group that a service's tasks run on. */
interface ServiceHosts {
  readonly name: string;
  readonly host: Host;
  readonly tiers: readonly Tier[];
}

/** The services, sorted by name. */
export function placedServices(network: Network): readonly PlacedService[] {
  return network.ecs.services.map((service) => {
    const task = network.ecs.taskDefinitions.find(({ name }) => name === service.taskDefinition);
    invariant(task !== undefined, `no task definition ${service.taskDefinition}`);
    const tiers = tiersOf(network, service.tiers);
    const ipv6OnlyTier = tiers.find(({ addressing }) => addressing === "ipv6-only") ?? null;
    return { service, task, tiers, ipv6OnlyTier, hosts: hostsOfService(network, service) };
  });
}

/** The services in ECS's IPv6-only mode, each with the tier that puts it there. */
export function ipv6OnlyServices(
  network: Network,
): readonly (PlacedService & { readonly ipv6OnlyTier: Tier })[] {
  return placedServices(network).flatMap((placed) => {
    const { ipv6OnlyTier } = placed;
    return ipv6OnlyTier === null ? [] : [{ ...placed, ipv6OnlyTier }];
  });
}

function hostsOfService(network: Network, { capacity }: EcsService): ServiceHosts | null {
  if (capacity.kind === "fargate") return null;
  const { autoScalingGroups, launchTemplates } = network.compute;
  const group = autoScalingGroups.find(({ name }) => name === capacity.autoScalingGroup);
  const host = launchTemplates.find(({ name }) => name === group?.launchTemplate)?.host;
  invariant(group !== undefined && host !== undefined, `no hosts ${capacity.autoScalingGroup}`);
  return { name: group.name, host, tiers: tiersOf(network, group.tiers) };
}

/** The tiers whose default route of IPv4 is the internet gateway: only public addresses get out there. */
export function tiersAtInternetGateway(network: Network): readonly Tier[] {
  return routesByTier(network)
    .filter(({ routes }) => routeFor(routes, knownCidr(ANY_IPV4))?.target.kind === "internet-gateway")
    .map(({ tier }) => tier);
}
