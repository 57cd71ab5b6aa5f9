import { ANY_IPV4, ANY_IPV6, NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { byText } from "../../base/compare-texts.ts";
import { parsePrefix } from "../../base/prefix.ts";
import type { NetworkSettings, Route, RouteTarget } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FoundRoute, FoundRouteTable } from "../types/inventory.ts";
import type { Draft } from "./draft.ts";
import type { LinkPlan } from "./links-section.ts";
import { startNaming } from "./names.ts";
import type { PlannedNetwork } from "./plan-network.ts";
import { compact, type Section, type Sections } from "./section.ts";
import { tableOf } from "./table-of.ts";
import { internetOf, type TierMember, type TierPlan } from "./tier-plan.ts";

/** Writes `network.routes`, and takes over tables, associations and routes. */
export function writeRoutes(
  draft: Draft,
  network: PlannedNetwork,
  links: LinkPlan,
): Section<NetworkSettings["routes"]> {
  for (const tier of network.tiers) takeAssociations(draft, tier);
  leaveUnusedTables(draft, network);
  const owners = network.tiers.filter(({ sharesTableOf }) => sharesTableOf === null);
  return compact<NetworkSettings["routes"]>(
    Object.fromEntries(owners.map((tier) => [tier.name, writeRoutesOf(draft, network, links, tier)])),
  );
}

/** A subnet that is in no table's list uses the main table; nothing can import that, and saying so changes no packet's way. */
function takeAssociations(draft: Draft, { name, members }: TierPlan): void {
  const isNamed = ({ subnet, table }: TierMember) => table.subnets.includes(subnet.id);
  for (const { id, subnet, table } of members.filter(isNamed)) {
    draft.importAs(terraformAddress("aws_route_table_association", id), `${subnet.id}/${table.id}`);
  }
  const isInNone = ({ subnet }: TierMember) =>
    draft.inventory.routeTables.every(({ subnets }) => !subnets.includes(subnet.id));
  const others = members.filter(isInNone).map(({ id }) => id);
  if (others.length === 0) return;
  const [use, them] = others.length === 1 ? ["uses", "it"] : ["use", "them"];
  const who = [others.slice(0, -1).join(", "), ...others.slice(-1)]
    .filter((part) => part !== "")
    .join(" and ");
  const text = `${who} ${use} the VPC's main route table by default; the stage routes associates ${them} by name.`;
  draft.remark(["network", "subnets", name], text);
}

function leaveUnusedTables(draft: Draft, { tiers }: PlannedNetwork): void {
  const members = tiers.flatMap((tier) => tier.members);
  const used = new Set(members.map(({ table }) => table.id));
  for (const { id, isMain, routes, subnets } of draft.inventory.routeTables) {
    if (used.has(id) || (isMain && routes.length === 0 && subnets.length === 0)) continue;
    const users = members.filter(({ subnet }) => tableOf(draft.inventory.routeTables, subnet)?.id === id);
    const detail = users.length === 0 ? "no subnet of the blueprint uses it" : usedApart(users);
    draft.leaveOut({ kind: "route table", id, detail });
  }
}

function usedApart(users: readonly TierMember[]): string {
  const [use, whose] = users.length === 1 ? ["uses", "its tier has"] : ["use", "their tiers have"];
  return `${users.map(({ id }) => id).join(", ")} ${use} it, and ${whose} another table in the blueprint`;
}

function writeRoutesOf(
  draft: Draft,
  network: PlannedNetwork,
  links: LinkPlan,
  tier: TierPlan,
): Sections<Route> {
  const users = network.tiers.filter(({ name: own, sharesTableOf }) => (sharesTableOf ?? own) === tier.name);
  const named = (route: FoundRoute) =>
    links.targetOf(route, users) ?? targetById(network, route.target ?? "");
  const tables = tablesOf(network, tier);
  for (const { table, id } of tables) draft.importAs(terraformAddress("aws_route_table", id), table.id);
  const name = nameRoutes();
  // AWS and a state list them in orders of their own.
  const routes = tables.flatMap(({ table, id: home }) =>
    [...table.routes].sort(byText(({ destination }) => destination)).map((route) => ({ table, home, route })),
  );
  const written = routes.flatMap(({ table, home, route }): [string, Section<Route>][] => {
    const derived = derivedName(network, tier, route);
    const target = derived === null ? targetOf(draft, named, table, route) : null;
    if (derived === null && target === null) return [];
    const id = `${table.id}_${route.destination}`;
    const routeName = derived ?? knownRoute(draft, tier, id, route) ?? name(route.destination);
    draft.importAs(terraformAddress("aws_route", `${home}_${routeName}`), id);
    return target === null ? [] : [[routeName, { destination: route.destination, target }]];
  });
  const section = Object.fromEntries(written);
  for (const [routeName, { destination }] of Object.entries(section)) {
    askForTwin(draft, tier, routeName, String(destination));
  }
  return section;
}

/** By its id, or what a stage has made by where it leads from. */
function knownRoute(
  { known }: Draft,
  { name }: TierPlan,
  id: string,
  { destination }: FoundRoute,
): string | null {
  return (
    known.nameOf("aws_route", id, -1) ??
    known.sameAt({ destination }, ["destination"], "network", "routes", name)
  );
}

/** One name for each destination, whatever table it stands in. */
function nameRoutes(): (destination: string) => string {
  const name = startNaming(["default-ipv4", "default-ipv6", "nat64"]);
  // A route that does not follow from the tier's keys takes the place of one that does.
  const named = new Map([
    [ANY_IPV4, "default-ipv4"],
    [ANY_IPV6, "default-ipv6"],
    [NAT64_PREFIX, "nat64"],
  ]);
  return (destination) => {
    const routeName = named.get(destination) ?? name(`to-${destination}`);
    named.set(destination, routeName);
    return routeName;
  };
}

/** The tier's tables with their logical ids: one, or one in each zone where a NAT gateway stands in each. */
function tablesOf({ nats, natOf }: PlannedNetwork, tier: TierPlan) {
  const isZonal = nats.some(({ name, perZone }) => perZone && name === natOf(tier));
  const tables = new Map(tier.members.map(({ table, id }) => [table, isZonal ? id : tier.name]));
  return [...tables].map(([table, id]: readonly [FoundRouteTable, string]) => ({ table, id }));
}

/** The name of the route that follows from the tier's own keys, when this is it. */
function derivedName(network: PlannedNetwork, tier: TierPlan, route: FoundRoute): string | null {
  const internet = internetOf(tier);
  const target = route.target ?? "";
  if (route.destination === ANY_IPV4) {
    const isDerived = internet === "public" ? target.startsWith("igw-") : network.natNamed(target) !== null;
    return isDerived ? "default-ipv4" : null;
  }
  const isDefaultIpv6 = route.destination === ANY_IPV6 && internet !== "none";
  return isDefaultIpv6 && target.startsWith(internet === "public" ? "igw-" : "eigw-") ? "default-ipv6" : null;
}

/** What a written route leads to; null, and said, when a blueprint has no word for it. */
function targetOf(
  draft: Draft,
  named: (route: FoundRoute) => Section<RouteTarget> | null,
  table: FoundRouteTable,
  route: FoundRoute,
): Section<RouteTarget> | null {
  const { destination, target, isPropagated } = route;
  // An endpoint lays its own routes, and takes them away with itself.
  if (destination.startsWith("pl-") && target?.startsWith("vpce-")) return null;
  const written = parsePrefix(destination) === null || isPropagated ? null : named(route);
  if (written !== null) return written;
  const words = isPropagated
    ? "propagated by a virtual private gateway"
    : `to ${target ?? "an unknown target"}`;
  draft.leaveOut({ kind: "route", id: `${table.id}_${destination}`, detail: words });
  return null;
}

function targetById({ natNamed }: PlannedNetwork, id: string): Section<RouteTarget> | null {
  const nat = natNamed(id);
  if (nat !== null) return { natGateway: nat };
  if (id.startsWith("igw-")) return { internetGateway: {} };
  if (id.startsWith("eigw-")) return { egressOnlyInternetGateway: {} };
  if (/^tgw-[0-9a-f]+$/.test(id)) return { transitGatewayId: id };
  if (/^pcx-[0-9a-f]+$/.test(id)) return { vpcPeeringConnectionId: id };
  if (/^eni-[0-9a-f]+$/.test(id)) return { networkInterfaceId: id };
  return /^vgw-[0-9a-f]+$/.test(id) ? { virtualPrivateGatewayId: id } : null;
}

function askForTwin(draft: Draft, { name, members }: TierPlan, route: string, destination: string): void {
  if (parsePrefix(destination)?.family !== "ipv4") return;
  const hasDefaultIpv6 = members.some(({ table }) =>
    table.routes.some((other) => other.destination === ANY_IPV6),
  );
  if (destination === ANY_IPV4 && hasDefaultIpv6) {
    const text = "IPv4 leaves here by this route; IPv6 by ::/0, which leads elsewhere.";
    draft.remark(["network", "routes", name, route], text);
  } else draft.ask({ kind: "routes", about: destination, at: [name, route] });
}
