import { ANY_IPV4 } from "../../aws/well-known-prefixes.ts";
import { byText } from "../../base/compare-texts.ts";
import { parsePrefix } from "../../base/prefix.ts";
import { write } from "../fields/field.ts";
import { subnetArguments } from "../fields/subnet.ts";
import type { FoundNatGateway, FoundRouteTable, FoundSubnet, Inventory } from "../types/inventory.ts";
import { dependentsOf } from "./dependents-of.ts";
import type { Draft } from "./draft.ts";
import { nameTiers } from "./name-tiers.ts";
import { tableOf } from "./table-of.ts";
import { tierNameOf } from "./tier-names.ts";
import { type RoutedSubnet, type TierKind, type TierPlan, zoneLetter } from "./tier-plan.ts";
import { ipv4BlockIndex } from "./vpc-section.ts";

/** The tiers, and whether their tables lead to a NAT gateway of their own zone. */
export interface PlannedTiers {
  readonly tiers: readonly TierPlan[];
  readonly isZonal: boolean;
}

/**
 * Lays the subnets into tiers: one subnet in a zone, with one table, one network ACL and equal settings. What takes
 * whole tiers, such as a load balancer, must be able to name them, so tiers do not cut through its subnets either.
 */
export function planTiers(draft: Draft): PlannedTiers {
  const { inventory } = draft;
  const subnets = inventory.subnets.flatMap((subnet) => routeSubnet(draft, subnet));
  const zonal = zonalGateways(inventory, subnets);
  const tiers = zonal === null ? null : groupIntoTiers(draft, subnets, zonal);
  const isZonal =
    tiers?.some(({ members }) =>
      zonal?.every(({ subnetId }) => members.some((one) => one.subnet.id === subnetId)),
    ) ?? false;
  if (tiers !== null && isZonal && haveOwnTables(tiers)) return { tiers, isZonal };
  return { tiers: groupIntoTiers(draft, subnets, []), isZonal: false };
}

/** False when a table belongs to two tiers of which neither has all tables of the other. */
function haveOwnTables(tiers: readonly TierPlan[]): boolean {
  const owners = tiers.filter(({ sharesTableOf }) => sharesTableOf === null);
  const tables = owners.flatMap(({ members }) => [...new Set(members.map(({ table }) => table.id))]);
  return new Set(tables).size === tables.length;
}

function routeSubnet(draft: Draft, subnet: FoundSubnet): readonly RoutedSubnet[] {
  const { region, routeTables } = draft.inventory;
  const letter = zoneLetter(subnet.zone, region);
  const table = tableOf(routeTables, subnet);
  const refuse = (detail: string): readonly RoutedSubnet[] => {
    draft.leaveOut({ kind: "subnet", id: subnet.id, detail });
    return [];
  };
  if (letter === null) return refuse(`in ${subnet.zone}, no availability zone a to f of ${region}`);
  if (subnet.outpostArn !== null) return refuse("on an Outpost");
  if (subnet.ipv4Cidr === null)
    return refuse("IPv6-only already; a blueprint takes over subnets that have IPv4");
  if (table === null) return refuse("its route table is not known");
  return [{ subnet, letter, table, kind: kindOf(table), preferredName: tierNameOf(subnet) }];
}

function defaultTarget({ routes }: FoundRouteTable): string {
  return routes.find(({ destination }) => destination === ANY_IPV4)?.target ?? "";
}

function kindOf(table: FoundRouteTable): TierKind {
  const target = defaultTarget(table);
  if (target.startsWith("igw-")) return "public";
  return target.startsWith("nat-") ? "private" : "isolated";
}

/** The public NAT gateways when there is one in each zone of several; null otherwise. */
function zonalGateways(
  { natGateways }: Inventory,
  subnets: readonly RoutedSubnet[],
): readonly FoundNatGateway[] | null {
  const zones = new Set(subnets.map(({ letter }) => letter));
  const gateways = natGateways.filter(({ isPublic }) => isPublic);
  const standing = gateways.map(({ subnetId }) => letterOf(subnets, subnetId));
  const isOneEach = gateways.length === zones.size && new Set(standing).size === zones.size;
  return isOneEach && zones.size > 1 && !standing.includes(null) ? gateways : null;
}

function letterOf(subnets: readonly RoutedSubnet[], subnetId: string): string | null {
  return subnets.find(({ subnet }) => subnet.id === subnetId)?.letter ?? null;
}

interface KeyedSubnet {
  readonly one: RoutedSubnet;
  /** Equal for subnets that can be of one tier. */
  readonly key: string;
  /** Equal for tables that can be those of one tier. */
  readonly table: string;
  /** The tier of the blueprint that it is in already. */
  readonly tier: string | null;
}

interface SubnetGroup {
  readonly key: string;
  readonly members: RoutedSubnet[];
}

function groupIntoTiers(
  draft: Draft,
  subnets: readonly RoutedSubnet[],
  zonal: readonly FoundNatGateway[],
): readonly TierPlan[] {
  const groups: SubnetGroup[] = [];
  const inOrder = [...subnets].sort(byText(orderOf));
  const keyed = inOrder.map((one): KeyedSubnet => {
    const table = zonalSignature(one.table, subnets, zonal) ?? one.table.id;
    return {
      one,
      table,
      key: keyOf(draft.inventory, one, table),
      tier: draft.known.nameOf("aws_subnet", one.subnet.id),
    };
  });
  // What is of a tier already stays in it, and the others come to them.
  const known = new Set(keyed.map(({ tier }) => tier).filter((tier) => tier !== null));
  for (const tier of known) {
    const members = keyed.filter((other) => other.tier === tier);
    const own = members.find(({ one }) => draft.known.nameOf("aws_route_table", one.table.id) === tier);
    groups.push(groupOf(members, own ?? members[0]));
  }
  for (const { one, key } of keyed.filter(({ tier }) => tier === null)) {
    const alike = groups.filter((group) => group.key === key);
    const free = alike.find(({ members }) => members.every(({ letter }) => letter !== one.letter));
    if (free === undefined) groups.push({ key, members: [one] });
    else free.members.push(one);
  }
  const keys = groups.map(({ key }) => key);
  const inTurn = [...groups].sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key));
  return nameTiers(
    inTurn.map(({ members }) => [...members].sort(byText(({ letter }) => letter))),
    draft,
  );
}

/**
 * Subnets of a tier that is there already, each with the tier's table, which is that of `own`: what one of them has in AWS since
 * is no other tier, and stays unsaid.
 */
function groupOf(members: readonly KeyedSubnet[], own: KeyedSubnet | undefined): SubnetGroup {
  const hasIt = ({ table }: KeyedSubnet) => table === own?.table;
  const routing = own === undefined ? {} : { table: own.one.table, kind: own.one.kind };
  return {
    key: members.find(hasIt)?.key ?? "",
    members: members.map((member) => (hasIt(member) ? member.one : { ...member.one, ...routing })),
  };
}

function orderOf({ kind, preferredName, letter, subnet }: RoutedSubnet): string {
  const rank = { public: 0, private: 1, isolated: 2 }[kind];
  const block = numberOf(subnet.ipv4Cidr ?? "");
  return [rank, preferredName, letter, subnet.name ?? "", block, subnet.id].join("\u0000");
}

/** Sorts as the addresses do: 10.3.0.0 before 10.13.0.0. */
function numberOf(cidr: string): string {
  return (parsePrefix(cidr)?.address ?? 0n).toString(16).padStart(8, "0");
}

function keyOf(inventory: Inventory, one: RoutedSubnet, table: string): string {
  const { subnet, kind, preferredName } = one;
  return JSON.stringify([
    kind,
    preferredName,
    table,
    ipv4BlockIndex(inventory.vpc, subnet.ipv4Cidr ?? ""),
    write(subnetArguments, subnet),
    subnet.ipv6Cidr === null ? null : subnet.assignIpv6AddressOnCreation,
    dependentsOf(inventory, subnet),
  ]);
}

/** The table's routes without its zone: equal for tables that differ in the zone's NAT gateway alone. */
function zonalSignature(
  table: FoundRouteTable,
  subnets: readonly RoutedSubnet[],
  zonal: readonly FoundNatGateway[],
): string | null {
  const gateway = zonal.find(({ id }) => id === defaultTarget(table));
  if (gateway === undefined) return null;
  const zone = letterOf(subnets, gateway.subnetId);
  const isInZone = subnets.every((one) => one.table !== table || one.letter === zone);
  const rest = table.routes.filter(({ target }) => target !== gateway.id);
  return isInZone
    ? JSON.stringify(rest.map(({ destination, target }) => [destination, target]).sort())
    : null;
}
