import type { Network } from "../types/network.ts";

/** Names of the tiers of which the blueprint says that they are there already: imported, referenced or renamed. */
export function appliedTiers({ tiers, existing, renames }: Network): ReadonlySet<string> {
  const there = new Set(
    [...(existing?.imports ?? []), ...(existing?.references ?? [])].map(({ address }) => address),
  );
  const found = tiers.filter(({ subnets }) => subnets.some(({ id }) => there.has(`aws_subnet.${id}`)));
  const renamed = (renames?.list ?? []).filter(({ kind }) => kind === "network.subnets.*");
  return new Set<string>([...found.map(({ name }) => name), ...renamed.map(({ to }) => to)]);
}
