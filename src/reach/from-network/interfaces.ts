import type { Tier } from "../../model/types/subnets.ts";
import type { Block } from "../topology/block.ts";
import type { Interface, Listening } from "../topology/nodes.ts";
import type { Answer, Place } from "../topology/topology.ts";
import type { NetworkContext, PlacedSubnet } from "./network-context.ts";

/** What something that stands in subnets has there. */
interface Standing {
  readonly ipv4: boolean;
  /** Whether it gets an IPv6 address in a subnet of the tier. */
  readonly ipv6: (tier: Tier) => boolean;
  readonly publicIpv4: (tier: Tier) => Answer;
  readonly publicIpv6: Answer;
  /** Ids; null: none filter it. */
  readonly securityGroups: readonly string[] | null;
}

/** A network interface in each of the subnets; any address of a subnet's blocks may be given. */
export function interfacesIn(
  context: NetworkContext,
  subnets: readonly string[],
  standing: Standing,
): readonly Interface[] {
  return subnets.flatMap((id) => {
    const placed = context.subnets.get(id);
    return placed === undefined ? [] : [interfaceIn(placed, standing)];
  });
}

function interfaceIn({ id, tier, ipv4, ipv6 }: PlacedSubnet, standing: Standing): Interface {
  const ownIpv4: Block | null = standing.ipv4 ? ipv4 : null;
  const ownIpv6: Block | null = standing.ipv6(tier) ? ipv6 : null;
  return {
    subnet: id,
    ipv4: ownIpv4,
    ipv6: ownIpv6,
    publicIpv4: ownIpv4 === null ? "no" : standing.publicIpv4(tier),
    publicIpv6: ownIpv6 === null ? "no" : standing.publicIpv6,
    securityGroups: standing.securityGroups,
  };
}

/** Never a public address. */
export const isPrivate = (): Answer => "no";

/** All ports: which of them its software takes connections on is not written anywhere. */
export function anyPort(place: Place, what: string): readonly Listening[] {
  return (["tcp", "udp"] as const).map((protocol) => ({
    place,
    protocol,
    from: 0,
    to: 65535,
    families: ["ipv4", "ipv6"],
    what,
  }));
}

/** One TCP port. */
export function tcpPort(
  place: Place,
  port: number,
  families: Listening["families"],
  what: string,
): Listening {
  return { place, protocol: "tcp", from: port, to: port, families, what };
}
