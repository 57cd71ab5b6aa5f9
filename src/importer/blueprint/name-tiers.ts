import type { Draft } from "./draft.ts";
import type { Known } from "./known.ts";
import { startNaming } from "./names.ts";
import { tierNameOf } from "./tier-names.ts";
import type { RoutedSubnet, TierKind, TierMember, TierPlan } from "./tier-plan.ts";

/** Groups of subnets as tiers, with names, and who owns the tables that several of them use. */
export function nameTiers(
  groups: readonly (readonly RoutedSubnet[])[],
  { known }: Pick<Draft, "known">,
): readonly TierPlan[] {
  const name = startNaming(known.keysAt("network", "subnets"));
  const tiers = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = group.map(({ subnet }) => known.nameOf("aws_subnet", subnet.id));
    const tier = names.find((own) => own !== null) ?? name(preferredNameOf(first, group, groups), first.kind);
    const members = group.map(
      ({ subnet, letter, table }): TierMember => ({ subnet, letter, table, id: `${tier}_${letter}` }),
    );
    return [{ name: tier, kind: first.kind, members, sharesTableOf: null }];
  });
  return shareTables(tiers, known);
}

/** The name of the tags; with the kind or the zone, where these are what tells it from others of the same name. */
function preferredNameOf(
  { kind, preferredName, letter }: RoutedSubnet,
  group: readonly RoutedSubnet[],
  groups: readonly (readonly RoutedSubnet[])[],
): string {
  const named = groups.filter(([other]) => other?.preferredName === preferredName);
  const isMixed = named.some(([other]) => other?.kind !== kind);
  const honest = withoutWrongKind(preferredName, kind);
  const base = isMixed && !honest.includes(kind) ? `${honest}-${kind}` : honest;
  const alike = named.filter(([other]) => other?.kind === kind);
  const letters = new Set(alike.flatMap((one) => one.map((subnet) => subnet.letter)));
  const isOfZone = alike.length > 1 && group.length === 1 && letters.size === alike.length;
  return isOfZone ? `${base || kind}-${letter}` : base;
}

/** A subnet that is tagged as private, and whose default route leads to an internet gateway, is no private one. */
function withoutWrongKind(name: string, kind: TierKind): string {
  const wrong = kind === "public" ? "private" : "public";
  return name
    .split("-")
    .map((word) => (word === wrong ? kind : word))
    .join("-");
}

/**
 * Of tiers with the same tables, the one that has them already keeps them, or else the one with the most zones: of those
 * as wide, whose name the table has.
 */
function shareTables(tiers: readonly TierPlan[], known: Known): readonly TierPlan[] {
  const isOwner = ({ name, members }: TierPlan) =>
    members.some(({ table }) => known.nameOf("aws_route_table", table.id) === name);
  const widestFirst = [...tiers].sort(
    (a, b) =>
      Number(isOwner(b)) - Number(isOwner(a)) ||
      b.members.length - a.members.length ||
      Number(hasNameOfTable(b)) - Number(hasNameOfTable(a)),
  );
  return tiers.map((tier) => {
    const owner = widestFirst.find(({ members }) => tier.members.every((one) => isRouted(members, one)));
    return owner === undefined || owner === tier ? tier : { ...tier, sharesTableOf: owner.name };
  });
}

function isRouted(members: readonly TierMember[], { table }: TierMember): boolean {
  return members.some((member) => member.table.id === table.id);
}

function hasNameOfTable({ members }: TierPlan): boolean {
  return members.some(
    ({ subnet, table }) =>
      table.name !== null && tierNameOf({ ...subnet, name: table.name }) === tierNameOf(subnet),
  );
}
