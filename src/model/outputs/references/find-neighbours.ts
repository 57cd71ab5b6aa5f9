import type { Network } from "../../types/network.ts";

/** The networks that each of them reaches by the links that they have in common, over any number of them. */
export function findNeighbours(networks: readonly Network[]): ReadonlyMap<string, readonly Network[]> {
  const groupOf = new Map(networks.map((network) => [network.name, new Set([network.name])]));
  for (const { name, joined } of networks) {
    for (const { stack } of joined) {
      const all = new Set([...(groupOf.get(name) ?? []), ...(groupOf.get(stack) ?? [])]);
      for (const member of all) groupOf.set(member, all);
    }
  }
  return new Map(
    networks.map(({ name }) => [
      name,
      networks.filter((other) => other.name !== name && groupOf.get(name)?.has(other.name)),
    ]),
  );
}
