import { ANY_IPV4, ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { Peer as WrittenPeer } from "../../blueprint/blueprint.generated.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { ipv4Blocks, ipv6Blocks } from "../addressing/vpc.ts";
import { type Context, checkReference, isElsewhere, readCidr } from "../context.ts";
import type { Declared } from "../declared.ts";
import type { Peer } from "../types/filtering.ts";
import type { SecurityGroupName } from "../types/shared.ts";
import type { Tier, Vpc } from "../types/subnets.ts";

/** One peer that Terraform can say, with what sets its logical id apart from its siblings. */
export interface Expansion {
  readonly peer: Peer;
  /** Null: the peer speaks of no family, such as another group. */
  readonly family: AddressFamily | null;
  readonly suffix: readonly string[];
}

/** What a written peer can speak of. */
export interface DeclaredPeers extends Declared {
  /** The name of the group that has the rule. */
  readonly ownGroup: SecurityGroupName;
  /** The logical ids of the prefix lists that AWS keeps, by their name. */
  readonly managedPrefixLists: ReadonlyMap<string, string>;
}

/** The peers a written peer stands for: one in each family, and in each subnet or block. Unknown names give none. */
export function expandPeer(
  context: Context,
  written: WrittenPeer,
  path: Path,
  declared: DeclaredPeers,
): readonly Expansion[] {
  if (written.securityGroup !== undefined) {
    const at = [...path, "securityGroup"];
    const isKnown = checkReference(
      context,
      "security group",
      written.securityGroup,
      declared.securityGroups,
      at,
    );
    return isKnown ? [alone({ kind: "security-group", name: written.securityGroup })] : [];
  }
  if (written.securityGroupId !== undefined)
    return [alone({ kind: "security-group-id", id: written.securityGroupId })];
  if (written.self !== undefined) return [alone({ kind: "security-group", name: declared.ownGroup })];
  if (written.subnets !== undefined) {
    const names = declared.tiers.map((tier) => tier.name);
    if (!checkReference(context, "subnet tier", written.subnets, names, [...path, "subnets"])) return [];
    return expandTier(declared.tiers.find((tier) => tier.name === written.subnets));
  }
  if (written.vpc !== undefined) return expandVpc(declared.vpc);
  return expandBlock(context, written, path) ?? expandPrefixList(context, written, path, declared);
}

function expandBlock(context: Context, written: WrittenPeer, path: Path): readonly Expansion[] | null {
  if (written.anywhere !== undefined) return [anywhere("ipv4"), anywhere("ipv6")];
  if (written.anywhereIpv4 !== undefined) return [anywhere("ipv4")];
  if (written.anywhereIpv6 !== undefined) return [anywhere("ipv6")];
  if (written.cidrIpv4 !== undefined) return block(context, written.cidrIpv4, [...path, "cidrIpv4"], "ipv4");
  if (written.cidrIpv6 !== undefined) return block(context, written.cidrIpv6, [...path, "cidrIpv6"], "ipv6");
  return null;
}

function expandPrefixList(
  context: Context,
  written: WrittenPeer,
  path: Path,
  { prefixLists: known, managedPrefixLists }: DeclaredPeers,
): readonly Expansion[] {
  if (written.prefixList !== undefined) {
    const isKnown = checkReference(context, "prefix list", written.prefixList, known, [
      ...path,
      "prefixList",
    ]);
    return isKnown ? [alone({ kind: "prefix-list", name: written.prefixList })] : [];
  }
  if (written.prefixListId !== undefined)
    return [alone({ kind: "prefix-list-id", id: written.prefixListId })];
  const name = written.managedPrefixList;
  invariant(name !== undefined, "a peer without a choice passed the schema");
  const id = managedPrefixLists.get(name);
  invariant(id !== undefined, `managed prefix list ${name} has no id`);
  return [alone({ kind: "managed-prefix-list", name, id })];
}

function expandTier(tier: Tier | undefined): readonly Expansion[] {
  return (tier?.subnets ?? []).flatMap((subnet): Expansion[] => {
    const families = (["ipv4", "ipv6"] as const).filter((family) => subnet[family] !== null);
    return families.map((family) => ({
      peer: { kind: "subnet-cidr", family, subnet: subnet.id },
      family,
      suffix: [subnet.id, family],
    }));
  });
}

function expandVpc(vpc: Vpc): readonly Expansion[] {
  const one = (family: AddressFamily, id: string): Expansion => ({
    peer: { kind: "vpc-cidr", family, block: id },
    family,
    suffix: [id, family],
  });
  return [
    ...ipv4Blocks(vpc).map(({ id }) => one("ipv4", id)),
    ...ipv6Blocks(vpc).map(({ id }) => one("ipv6", id)),
  ];
}

function anywhere(family: AddressFamily): Expansion {
  const cidr = knownCidr(family === "ipv4" ? ANY_IPV4 : ANY_IPV6);
  return { peer: { kind: "cidr", family, cidr }, family, suffix: [family] };
}

function block(context: Context, text: string, path: Path, family: AddressFamily): readonly Expansion[] {
  if (isElsewhere(text))
    return [{ peer: { kind: "cidr-elsewhere", family, text }, family, suffix: [family] }];
  const cidr = readCidr(context, text, path, family);
  return cidr === null ? [] : [{ peer: { kind: "cidr", family, cidr }, family, suffix: [family] }];
}

function alone(peer: Peer): Expansion {
  return { peer, family: null, suffix: [] };
}
