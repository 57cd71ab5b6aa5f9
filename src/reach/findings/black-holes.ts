import { routingFacts } from "../../aws/facts/routing.ts";
import type { Topology, TopologySubnet } from "../topology/topology.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import type { Hop } from "../walk/trace.ts";
import { type Probe, probeSubnet } from "./probe-subnet.ts";
import type { ReachFinding } from "./reach-finding.ts";

/** Routes to the outside that surely drop what takes them, and subnets whose DNS64 answers lead nowhere. */
export function blackHoles(topology: Topology): readonly ReachFinding[] {
  const index = indexTopology(topology, []);
  const found = topology.subnets.flatMap((subnet) =>
    (["ipv4", "ipv6", "nat64"] as const).flatMap((probe) => holesOf(index, subnet, probe)),
  );
  return [...new Map(found.map((one) => [`${one.what} ${one.message}`, one])).values()];
}

function holesOf(index: TopologyIndex, subnet: TopologySubnet, probe: Probe): readonly ReachFinding[] {
  const ways = probeSubnet(index, subnet, probe);
  if (ways.length === 0 || ways.some(({ passes }) => passes !== "no")) return [];
  return ways.flatMap(({ hops }) => {
    const last = hops.at(-1);
    const isFilter = last === undefined || last.kind === "network-acl-out" || last.kind === "network-acl-in";
    if (isFilter || !isMeant(subnet, probe, hops)) return [];
    return [holeOf(subnet, probe, hops, last)];
  });
}

/** A subnet without a route to the outside is private; one with DNS64, or with a route that drops, is a mistake. */
function isMeant({ dns64 }: TopologySubnet, probe: Probe, hops: readonly Hop[]): boolean {
  const hasRoute = hops.some(
    ({ kind, place, passes }) => kind === "route" && place !== null && passes === "yes",
  );
  const isHole = hops.at(-1)?.reason.endsWith("a black hole") === true;
  return probe === "nat64" ? dns64 === "yes" : hasRoute || isHole;
}

function holeOf(subnet: TopologySubnet, probe: Probe, hops: readonly Hop[], last: Hop): ReachFinding {
  const route = hops.findLast(({ kind, place }) => kind === "route" && place !== null);
  const isNat64 = probe === "nat64";
  return {
    kind: "black-hole",
    what: isNat64 ? subnet.id : (route?.what ?? subnet.id),
    place: isNat64 ? subnet.place : (route?.place ?? subnet.place),
    message: isNat64
      ? `DNS64 of ${subnet.id} answers with addresses in 64:ff9b::/96, to which packets are dropped: ${last.reason}`
      : `what ${subnet.id} sends to the ${probe === "ipv6" ? "IPv6" : "IPv4"} internet is dropped: ${last.reason}`,
    hint: isNat64 ? "route 64:ff9b::/96 to a NAT gateway, or turn DNS64 off" : null,
    facts: isNat64 ? [routingFacts.dns64NeedsNat64Route, ...last.facts] : last.facts,
  };
}
