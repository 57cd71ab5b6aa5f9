import { tiersWithoutIpv4 } from "../routing/ipv4-reach.ts";
import type { Container } from "../types/ecs.ts";
import type { Network } from "../types/network.ts";
import type { Tier } from "../types/subnets.ts";
import { ipv6OnlyServices } from "./ecs-lookup.ts";

/** A container whose image is pulled from where nothing leads to IPv4. */
export interface CutOffPull {
  readonly container: Container;
  /** The IPv6-only tier that the pull starts in. */
  readonly tier: Tier;
}

/**
 * The containers of services in ECS's IPv6-only mode whose images are pulled in IPv6-only tiers without NAT64, once
 * for each service. A Fargate task pulls by itself; on EC2 its host does.
 */
export function imagesPulledWithoutIpv4(network: Network): readonly CutOffPull[] {
  const cutOff = tiersWithoutIpv4(network).map(({ name }) => name);
  return ipv6OnlyServices(network).flatMap(({ task, tiers, hosts }) => {
    const tier = (hosts?.tiers ?? tiers).find(
      ({ name, addressing }) => addressing === "ipv6-only" && cutOff.includes(name),
    );
    return tier === undefined ? [] : task.containers.map((container) => ({ container, tier }));
  });
}
