import type { FoundSecurityGroup, FoundSecurityGroupRule } from "./types/filtering.ts";
import type { Inventory } from "./types/inventory.ts";

/** Groups that have a rule whose id is not known, by id. */
export function groupsWithoutRuleIds({ securityGroups }: Inventory): readonly string[] {
  return securityGroups.filter(({ rules }) => rules.some(({ id }) => id === null)).map(({ id }) => id);
}

/** The inventory with the ids that another source tells of rules which say the same. */
export function withRuleIds(inventory: Inventory, told: readonly FoundSecurityGroup[]): Inventory {
  const securityGroups = inventory.securityGroups.map((group) => {
    const known = told.find(({ id }) => id === group.id)?.rules ?? [];
    const ids = new Map(known.map((rule) => [keyOf(rule), rule.id]));
    return {
      ...group,
      rules: group.rules.map((rule) => ({ ...rule, id: rule.id ?? ids.get(keyOf(rule)) ?? null })),
    };
  });
  return { ...inventory, securityGroups };
}

/** Equal for rules that let the same through from the same side. */
export function keyOf({ direction, protocol, ports, peer }: FoundSecurityGroupRule): string {
  return JSON.stringify([direction, protocol, ports?.from ?? null, ports?.to ?? null, Object.values(peer)]);
}
