import type { Host } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import type { Tier } from "../../model/types/subnets.ts";

/** Who asks for DHCPv6 leases on a host. */
export type Manager = "systemd-networkd" | "dhclient" | "unknown" | "windows";

/** Hosts of one tier on which the same commands give the same answers. */
export interface GuestKind {
  readonly tier: Tier;
  readonly manager: Manager;
  readonly host: Host;
  /** Names of the instances and auto scaling groups, sorted. */
  readonly names: readonly string[];
}

/** The kinds of hosts that stand in a tier. */
export function guestKinds(network: Network, tier: Tier): readonly GuestKind[] {
  const { autoScalingGroups, instances, launchTemplates } = network.compute;
  const hosts = [
    ...autoScalingGroups
      .filter((group) => group.tiers.includes(tier.name))
      .map((group) => ({
        name: group.name,
        host: launchTemplates.find(({ name }) => name === group.launchTemplate)?.host,
      })),
    ...instances.filter((instance) => instance.tier === tier.name),
  ];
  const kinds = new Map<string, GuestKind>();
  for (const { name, host } of hosts) {
    if (host === undefined) continue;
    const manager = managerOf(host);
    const key = [manager, host.metadata.ipv6, host.guest?.timeServerIpv6, host.guest?.awsDualStackEndpoints];
    const before = kinds.get(key.join());
    kinds.set(key.join(), { tier, manager, host, names: [...(before?.names ?? []), name].sort() });
  }
  return [...kinds.values()];
}

function managerOf({ os, guest }: Host): Manager {
  if (os === null) return guest?.platform === "windows" ? "windows" : "unknown";
  if (os.startsWith("windows")) return "windows";
  if (os.startsWith("rhel-")) return "unknown";
  // Amazon Linux 2 asks by ISC dhclient; its successor, Ubuntu since 17.10 and Debian's cloud images by networkd.
  return os === "amazon-linux-2" ? "dhclient" : "systemd-networkd";
}
