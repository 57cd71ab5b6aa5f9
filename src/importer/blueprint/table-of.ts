import type { FoundRouteTable, FoundSubnet } from "../types/inventory.ts";

/** The table that routes a subnet in AWS, the main one where it is in no table's list; null where none is known. */
export function tableOf(
  tables: readonly FoundRouteTable[],
  { id }: Pick<FoundSubnet, "id">,
): FoundRouteTable | null {
  const own = tables.find(({ subnets }) => subnets.includes(id));
  return own ?? tables.find(({ isMain }) => isMain) ?? null;
}
