import { prefixListWeight } from "../../aws/prefix-list-weights.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Direction, Peer, SecurityGroup } from "../types/filtering.ts";
import type { Network } from "../types/network.ts";

/** As how many rules of the family the rules of a security group count in a direction, as EC2 counts. */
export function countedRules(
  network: Network,
  group: SecurityGroup,
  direction: Direction,
  family: AddressFamily,
): number {
  return group.rules
    .filter((rule) => rule.direction === direction)
    .reduce((sum, { peer }) => sum + countOf(network, peer, family), 0);
}

/** A group may have members of both families; of a list outside the blueprint only one rule is known. */
function countOf(network: Network, peer: Peer, family: AddressFamily): number {
  switch (peer.kind) {
    case "cidr":
    case "vpc-cidr":
    case "subnet-cidr":
    case "cidr-elsewhere":
      return peer.family === family ? 1 : 0;
    case "security-group":
    case "security-group-id":
      return 1;
    case "prefix-list": {
      const list = network.prefixLists.find(({ name }) => name === peer.name);
      return list?.family === family ? list.maxEntries : 0;
    }
    case "managed-prefix-list":
      return (peer.name.includes(".ipv6.") ? "ipv6" : "ipv4") === family
        ? (prefixListWeight(peer.name) ?? 1)
        : 0;
    case "prefix-list-id":
      return 1;
  }
}
