import type { FoundSubnet, Inventory } from "../types/inventory.ts";
import { refusalOfGroup } from "./sayable-groups.ts";

/** Ids of all that stands in the subnet and names its subnets by tiers. */
export function dependentsOf(inventory: Inventory, { id }: FoundSubnet): readonly string[] {
  const { networkAcls, loadBalancers, databaseSubnetGroups, vpcEndpoints, autoScalingGroups } = inventory;
  return [
    ...networkAcls.filter(({ isDefault }) => !isDefault),
    ...loadBalancers,
    ...databaseSubnetGroups,
    ...vpcEndpoints,
    ...autoScalingGroups.filter((group) => refusalOfGroup(inventory, group) === null),
  ]
    .filter(({ subnetIds }) => subnetIds.includes(id))
    .map((taker) => taker.id)
    .sort();
}
