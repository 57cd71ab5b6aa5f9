import type { Network } from "../types/network.ts";

/**
 * Names of the tiers that are there already: the blueprint says so (imported, referenced or renamed), or the stack had
 * their subnets before, by their Terraform addresses.
 */
export function appliedTiers(
  { tiers, existing, renames }: Network,
  had: (address: string) => boolean,
): ReadonlySet<string> {
  const there = new Set(
    [...(existing?.imports ?? []), ...(existing?.references ?? [])].map(({ address }) => address),
  );
  const isThere = (address: string) => there.has(address) || had(address);
  const found = tiers.filter(({ subnets }) => subnets.some(({ id }) => isThere(`aws_subnet.${id}`)));
  const renamed = (renames?.list ?? []).filter(({ kind }) => kind === "network.subnets.*");
  return new Set<string>([...found.map(({ name }) => name), ...renamed.map(({ to }) => to)]);
}
