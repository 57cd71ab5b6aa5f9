import { assertNever } from "../../base/invariant.ts";
import type { TopologySubnet } from "../topology/topology.ts";
import { carry } from "../walk/carry.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import type { Party } from "../walk/packet.ts";
import { nat64Party, serverParty } from "../walk/parties.ts";
import type { Way } from "../walk/way.ts";

/** What a subnet's hosts send outside. */
export type Probe = "ipv4" | "ipv6" | "nat64";

/** Where packets of a subnet's hosts to a server outside go, were all of them public; none without the family. */
export function probeSubnet(
  index: TopologyIndex,
  subnet: TopologySubnet,
  probe: Probe,
  service: Party["service"] = null,
): readonly Way[] {
  const block = probe === "ipv4" ? subnet.ipv4 : subnet.ipv6;
  if (block === null) return [];
  const source: Party = {
    family: probe === "ipv4" ? "ipv4" : "ipv6",
    blocks: [block],
    isCrowd: false,
    isOutside: false,
    vpc: subnet.vpc,
    groups: [],
    service: null,
    isPublic: "yes",
    // A subnet from which only gateways get out may be there for those.
    isNatGateway: true,
    embeds: null,
  };
  const packet = {
    source,
    destination: destinationOf(index, probe, service),
    protocol: "tcp",
    ports: HTTPS,
  } as const;
  return carry(index, subnet, { packet, goal: { kind: "outside" }, direction: "there", via: [], passed: [] });
}

const HTTPS = [{ from: 443, to: 443 }];

function destinationOf(index: TopologyIndex, probe: Probe, service: Party["service"]): Party {
  switch (probe) {
    case "ipv4":
    case "ipv6":
      return serverParty(index, probe, service);
    case "nat64":
      return nat64Party(index, serverParty(index, "ipv4", service));
    default:
      return assertNever(probe);
  }
}
