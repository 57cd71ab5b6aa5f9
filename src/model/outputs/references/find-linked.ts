import type { Network } from "../../types/network.ts";
import { vpcOf } from "./find-same-vpc.ts";

/** The names of the networks in whose VPC each of them works too, or that one link joins to it; the links must be known. */
export function findLinked(networks: readonly Network[]): ReadonlyMap<string, readonly string[]> {
  const vpcs = new Map(networks.map((network) => [network.name, vpcOf(network, networks)]));
  const links = new Map<string | undefined, Set<string | undefined>>();
  const link = (from: string | undefined, to: string | undefined) =>
    links.set(from, (links.get(from) ?? new Set([from])).add(to));
  for (const { name, joined } of networks)
    for (const { stack } of joined) {
      link(vpcs.get(name), vpcs.get(stack));
      link(vpcs.get(stack), vpcs.get(name));
    }
  return new Map(
    networks.map(({ name }) => {
      const own = vpcs.get(name);
      const reached = links.get(own) ?? new Set([own]);
      const names = networks.map((other) => other.name).filter((other) => other !== name);
      return [name, names.filter((other) => reached.has(vpcs.get(other))).sort()];
    }),
  );
}
