import type { Draft } from "./draft.ts";

/** Whether nobody knows of which family a list is. */
export function isOfUnknownFamily({ inventory }: Draft, id: string): boolean {
  return (inventory.prefixLists.find((one) => one.id === id)?.family ?? null) === null;
}

/** A list of IPv4 blocks by its name; null for one of IPv6, and where nobody knows. */
export function ipv4List({ inventory }: Draft, id: string): string | null {
  const list = inventory.prefixLists.find((one) => one.id === id);
  if (list?.family !== "ipv4") return null;
  return `prefix list ${id}${list.name === null ? "" : ` (${list.name})`}`;
}
