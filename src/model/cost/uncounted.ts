import { tiersOf } from "../lookup.ts";
import type { Network } from "../types/network.ts";
import { hasFamily } from "../types/subnets.ts";

/** Something that costs, and whose number is not in the blueprint, or whose price is not in the tables. */
export interface Uncounted {
  readonly what: "hosts-of-groups" | "tasks" | "nodes" | "resolver-endpoints" | "own-terraform";
  /** Names in the blueprint, sorted; files for `own-terraform`. */
  readonly names: readonly string[];
}

/** What has public IPv4 addresses and comes and goes, and what Hextet does not read. */
export function uncounted(network: Network): readonly Uncounted[] {
  const all: readonly Uncounted[] = [
    { what: "hosts-of-groups", names: groupsWithAddresses(network) },
    {
      what: "tasks",
      names: network.ecs.services.filter(({ assignPublicIp }) => assignPublicIp).map(({ name }) => name),
    },
    { what: "nodes", names: nodeGroupsWithAddresses(network) },
    { what: "resolver-endpoints", names: network.route53.resolverEndpoints.map(({ name }) => name) },
    { what: "own-terraform", names: network.extensions.map(({ file }) => file) },
  ];
  return all.filter(({ names }) => names.length > 0);
}

function groupsWithAddresses(network: Network): readonly string[] {
  const { autoScalingGroups, launchTemplates } = network.compute;
  return autoScalingGroups
    .filter(({ tiers, launchTemplate }) => {
      const host = launchTemplates.find(({ name }) => name === launchTemplate)?.host;
      return host?.associatePublicIpAddress ?? hasPublicSubnet(network, tiers);
    })
    .map(({ name }) => name);
}

function nodeGroupsWithAddresses(network: Network): readonly string[] {
  return network.eks.clusters
    .flatMap(({ nodeGroups }) => nodeGroups)
    .filter(({ tiers }) => hasPublicSubnet(network, tiers))
    .map(({ name }) => name);
}

/** Subnets that give each interface a public IPv4 address. */
function hasPublicSubnet(network: Network, tiers: readonly string[]): boolean {
  return tiersOf(network, tiers).some(
    ({ addressing, mapPublicIpOnLaunch }) => mapPublicIpOnLaunch && hasFamily(addressing, "ipv4"),
  );
}
