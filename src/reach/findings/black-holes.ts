import { routingFacts } from "../../aws/facts/routing.ts";
import { familyName } from "../../base/family-name.ts";
import type { TopologyRoute, TopologySubnet } from "../topology/topology.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import type { Hop } from "../walk/trace.ts";
import type { Way } from "../walk/way.ts";
import { type Probe, probeSubnet } from "./probe-subnet.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Routes to the outside that surely drop what takes them, and subnets whose DNS64 answers lead nowhere. */
export function blackHoles(index: TopologyIndex): readonly ReachFinding[] {
  return index.topology.subnets.flatMap((subnet) => {
    const routes = (["ipv4", "ipv6"] as const).flatMap((probe) => routeHoles(index, subnet, probe));
    const taken = routes.map(({ route }) => route.place);
    const translated = nat64Hole(index, subnet);
    // A route that drops all of IPv6 is one mistake, also where DNS64 leads to it.
    const isTold = translated === null || taken.some((place) => place === translated.route?.place);
    return [...routes.map(({ finding }) => finding), ...(isTold ? [] : [translated.finding])];
  });
}

/** A subnet without a route to the outside is private; one with a route that drops is a mistake. */
function routeHoles(
  index: TopologyIndex,
  subnet: TopologySubnet,
  probe: "ipv4" | "ipv6",
): readonly { readonly route: TopologyRoute; readonly finding: ReachFinding }[] {
  return deadEnds(index, subnet, probe).flatMap((last) => {
    const { route } = last;
    if (route === null || !isDefault(route)) return [];
    const finding: ReachFinding = {
      rule: "route-black-hole",
      severity: "warning",
      what: subnet.id,
      place: route.place,
      message: `what ${subnet.id} sends to the ${familyName(probe)} internet is dropped: ${last.hop.reason}`,
      hint: hintFor(index, last.hop, probe),
      facts: last.hop.facts,
    };
    return [{ route, finding }];
  });
}

function hintFor({ gateways }: TopologyIndex, { what }: Hop, probe: "ipv4" | "ipv6"): string | null {
  const kind = gateways.get(what)?.kind;
  if (kind === "vpc-peering-connection")
    return "route the blocks of the other VPC there, and the internet to a gateway of this one";
  if (kind === "nat-gateway" && probe === "ipv6") return "route IPv6 to an egress-only internet gateway";
  if (kind === "egress-only-internet-gateway" && probe === "ipv4") return "route IPv4 to a NAT gateway";
  return null;
}

function nat64Hole(
  index: TopologyIndex,
  subnet: TopologySubnet,
): { readonly route: TopologyRoute | null; readonly finding: ReachFinding } | null {
  const ends = subnet.dns64 === "yes" ? deadEnds(index, subnet, "nat64") : [];
  const [last] = ends;
  if (last === undefined) return null;
  const { hop } = last;
  // Where a part of the prefix has a route of its own, what is wrong is that the rest has none.
  const route = ends.length === 1 ? last.route : null;
  const finding: ReachFinding = {
    rule: "route-black-hole",
    severity: "warning",
    what: subnet.id,
    // A default route does what it is for: what is wrong is that DNS64 leads there.
    place: route === null || isDefault(route) ? subnet.place : route.place,
    message: `DNS64 of ${subnet.id} answers with addresses in 64:ff9b::/96, to which packets are dropped: ${hop.reason}`,
    hint: "route 64:ff9b::/96 to a NAT gateway, or turn DNS64 off",
    facts: [routingFacts.dns64NeedsNat64Route, ...hop.facts],
  };
  return { route, finding };
}

/** The last hop of each way, and the route that led there; none where anything may pass, or where a filter decides. */
function deadEnds(index: TopologyIndex, subnet: TopologySubnet, probe: Probe) {
  const ways = probeSubnet(index, subnet, probe);
  if (ways.some(({ passes }) => passes !== "no")) return [];
  return ways.flatMap((way) => {
    const hop = way.hops.at(-1);
    return hop === undefined || isFilter(hop) ? [] : [{ hop, route: firstRoute(index, way) }];
  });
}

function isFilter({ kind }: Hop): boolean {
  return FILTERS.includes(kind);
}

/** The route of the subnet's own table. */
function firstRoute({ routeTables }: TopologyIndex, { hops }: Way): TopologyRoute | null {
  const taken = hops.find(({ kind }) => kind === "route");
  const routes = taken === undefined ? [] : (routeTables.get(taken.what)?.routes ?? []);
  return routes.find(({ place }) => place === taken?.place) ?? null;
}

/** The groups of what translates may let in by the group of a host, which a subnet has none of. */
const FILTERS: readonly Hop["kind"][] = ["network-acl-out", "network-acl-in", "security-group-in"];

/** Who routes a few addresses to a peer or a firewall does not mean the internet. */
function isDefault({ destination }: TopologyRoute): boolean {
  return (
    destination.kind === "block" &&
    destination.block.kind === "known" &&
    destination.block.prefix.length <= LONGEST_DEFAULT
  );
}

/** Of 2000::/3, and of the halves into which 0.0.0.0/0 is split. */
const LONGEST_DEFAULT = 3;
