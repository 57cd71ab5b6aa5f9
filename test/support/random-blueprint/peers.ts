import fc from "fast-check";
import type { Tier } from "./tiers.ts";
import { anyPlace, pick, type Tree } from "./tree.ts";

/**
 * Blocks that mean something in a drawn network: its own, those beyond peerings, the internet's, NAT64's. None of those out of
 * which the laboratory gives what only AWS knows: it keeps apart from them only where it can.
 */
export const IPV4_BLOCKS = [
  "0.0.0.0/0",
  "10.20.0.0/16",
  "10.20.0.0/20",
  "100.64.0.0/16",
  "10.99.0.0/16",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "128.0.0.0/1",
] as const;
/** Likewise of IPv6. */
export const IPV6_BLOCKS = [
  "::/0",
  "2001:db8:42::/48",
  "2001:db8:99::/48",
  "64:ff9b::/96",
  "2000::/3",
] as const;

/** What is drawn of the other side of a rule. */
export const peerDraft = fc.record({
  kind: fc.constantFrom(
    "anywhere",
    "anywhereIpv6",
    "anywhereIpv4",
    "cidrIpv4",
    "cidrIpv6",
    "securityGroup",
    "securityGroup",
    "self",
    "subnets",
    "vpc",
    "prefixList",
  ),
  place: anyPlace,
});
type PeerDraft = typeof peerDraft extends fc.Arbitrary<infer Draft> ? Draft : never;

/** What can be named in a rule. */
export interface Named {
  readonly tiers: readonly Tier[];
  readonly groups: readonly string[];
  readonly prefixLists: readonly { readonly name: string; readonly family: "ipv4" | "ipv6" }[];
}

/** The other side of a rule of one family, or of both; everywhere, where what was drawn has not the family. */
export function peerOf(draft: PeerDraft, family: Family, named: Named): Tree {
  const anywhere = { both: "anywhere", ipv4: "anywhereIpv4", ipv6: "anywhereIpv6" }[family];
  return peers[draft.kind](draft.place, family, named) ?? { [anywhere]: {} };
}

type Family = "ipv4" | "ipv6" | "both";

const peers: Readonly<
  Record<PeerDraft["kind"], (place: number, family: Family, named: Named) => Tree | null>
> = {
  anywhere: () => null,
  anywhereIpv4: (_, family) => (family === "both" ? { anywhereIpv4: {} } : null),
  anywhereIpv6: (_, family) => (family === "both" ? { anywhereIpv6: {} } : null),
  cidrIpv4: (place, family) => (family === "ipv6" ? null : { cidrIpv4: pick(IPV4_BLOCKS, place) }),
  cidrIpv6: (place, family) => (family === "ipv4" ? null : { cidrIpv6: pick(IPV6_BLOCKS, place) }),
  securityGroup: (place, _, { groups }) => ({ securityGroup: pick(groups, place) }),
  self: () => ({ self: {} }),
  subnets: (place, family, { tiers }) => (family === "both" ? { subnets: pick(tiers, place)?.name } : null),
  vpc: (_, family) => (family === "both" ? { vpc: {} } : null),
  prefixList: (place, family, { prefixLists }) => {
    const fitting = prefixLists.filter((one) => family === "both" || one.family === family);
    const list = pick(fitting, place);
    return list === null ? null : { prefixList: list.name };
  },
};
