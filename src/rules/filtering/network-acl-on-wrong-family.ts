import { filteringFacts } from "../../aws/facts/filtering.ts";
import { atKey, type Location } from "../../base/diagnostic.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { servesFamily } from "../../model/filtering/network-acl-conversations.ts";
import type { NetworkAcl } from "../../model/types/filtering.ts";
import type { Rule } from "../rule.ts";

/** Entries are there for packets that exist. */
export const networkAclOnWrongFamily: Rule<"network-acl-on-wrong-family"> = {
  id: "network-acl-on-wrong-family",
  severity: "warning",
  title: "Network ACL entries speak of a family that one of the tiers has.",
  why: "An entry for IPv4 does nothing in an IPv6-only tier, and one for IPv6 nothing in an IPv4-only tier. Usually the other family was meant, and its packets are dropped. Presets for both families may stand anywhere.",
  sources: [filteringFacts.networkAclFamiliesAreApart, filteringFacts.networkAclCustomDeniesAll],
  check(network, report) {
    for (const acl of network.networkAcls) {
      for (const family of ["ipv4", "ipv6"] as const) {
        const at = servesFamily(network, acl, family) ? null : firstOf(acl, family);
        if (at === null) continue;
        const [word, other] = family === "ipv4" ? ["IPv4", "IPv6"] : ["IPv6", "IPv4"];
        report(
          at,
          `network ACL "${acl.name}" has entries for ${word}, which none of its tiers has`,
          `write entries for ${other} instead`,
        );
      }
    }
  },
};

/** The first place at which the author wrote for the family: an entry, or a preset for it alone. */
function firstOf({ path, entries }: NetworkAcl, family: AddressFamily): Location | null {
  const own = entries.find(({ cidr, fromPreset }) => !fromPreset && cidr.family === family);
  if (own !== undefined) return atKey(own.path);
  const families = new Set(entries.filter(({ fromPreset }) => fromPreset).map(({ cidr }) => cidr.family));
  return families.has(family) && families.size === 1 ? atKey([...path, "preset"]) : null;
}
