import type { Path } from "../../base/path.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, present, readCidr, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import type { PrefixList, PrefixListEntry } from "../types/filtering.ts";

/** The customer-managed prefix lists, sorted by name. */
export function normalisePrefixLists(context: Context, blueprint: Blueprint): readonly PrefixList[] {
  return sortedEntries(blueprint.network.prefixLists).map(([name, written]): PrefixList => {
    const path: Path = ["network", "prefixLists", name];
    const entries = sortedEntries(written.entries).map(([entryName, entry]): PrefixListEntry | null => {
      const entryPath = [...path, "entries", entryName];
      const cidr = readCidr(context, entry.cidr, [...entryPath, "cidr"], "any");
      return cidr === null
        ? null
        : { name: entryName, path: entryPath, cidr, description: entry.description ?? null };
    });
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      family: written.addressFamily === "IPv6" ? "ipv6" : "ipv4",
      maxEntries: written.maxEntries ?? Math.max(1, entries.length),
      entries: present(entries),
      tags: written.tags,
    };
  });
}
