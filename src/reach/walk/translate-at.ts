import { guestFacts } from "../../aws/facts/guests.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { passGroups } from "./judge-security-groups.ts";
import type { Forwarder } from "./pass-appliance.ts";
import { endWith, ifPasses, type Way } from "./way.ts";

/**
 * A packet to 64:ff9b::/96 at an instance that translates: its groups let it in as it comes, and what goes on is a packet of the
 * instance's own.
 */
export function translateAt(index: TopologyIndex, { node, own, errand }: Forwarder): readonly Way[] {
  const { packet, direction } = errand;
  const { id, place } = node;
  const told = { kind: "gateway", what: id, place } as const;
  const facts = [routingFacts.nat64ByInstance, guestFacts.taygaTranslates];
  if (own.ipv4 === null) {
    return endWith(errand, {
      ...told,
      passes: "no",
      reason: `${id} has no IPv4 address to send from`,
      facts,
    });
  }
  const guard = { groups: own.securityGroups, owner: id, side: "in" } as const;
  const incoming = passGroups(index, guard, packet);
  const reason = `${id} translates it to IPv4, and sends it on from its own address`;
  const hop = { ...told, direction, passes: "yes", reason, facts } as const;
  return ifPasses(errand, incoming.hop, () => [
    {
      hops: [hop],
      passes: "yes",
      end: { kind: "translated-by", node, own },
      packet: incoming.packet,
      via: errand.via,
    },
  ]);
}
