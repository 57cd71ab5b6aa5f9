import { routingFacts } from "../../aws/facts/routing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { callsOut } from "../ends/calls-out.ts";
import type { Gateway, Topology, TopologySubnet } from "../topology/topology.ts";
import type { TopologyIndex } from "../walk/index-topology.ts";
import { mayBeTouched } from "../walk/unless-left-out.ts";
import { type Probe, probeSubnet } from "./probe-subnet.ts";
import type { ReachFinding } from "./reach-finding.ts";

type Endpoint = Extract<Gateway, { readonly kind: "gateway-endpoint" }>;

/**
 * Subnets whose traffic to a service goes through a NAT gateway, which bills it, past a gateway endpoint that is free. Where
 * the endpoint would carry it if clients called the dual-stack names, nothing is said: whether they do is theirs to know.
 */
export function costTraps(index: TopologyIndex): readonly ReachFinding[] {
  const endpoints = index.topology.gateways.filter((gateway) => gateway.kind === "gateway-endpoint");
  return index.topology.subnets.flatMap((subnet) => {
    const near = endpoints.filter(({ vpc }) => vpc === subnet.vpc);
    const services = [...new Set(near.map(({ service }) => service))];
    return services.flatMap((name) =>
      trapsOf(
        index,
        subnet,
        near.filter(({ service }) => service === name),
      ),
    );
  });
}

function trapsOf(
  index: TopologyIndex,
  subnet: TopologySubnet,
  endpoints: readonly Endpoint[],
): readonly ReachFinding[] {
  const [first] = endpoints;
  if (first === undefined || mayHaveMore(index, subnet)) return [];
  const own = ownEndpoint(index, subnet, endpoints);
  const natOf = (probe: Probe): string | null =>
    probeSubnet(index, subnet, probe, { name: first.service, isListed: "yes" })
      .find(({ end }) => end.kind === "translated")
      ?.via.at(-1) ?? null;
  if (own === null) {
    const nat = natOf("ipv4") ?? (subnet.dns64 === "yes" ? natOf("nat64") : null);
    return nat === null ? [] : [withoutEndpoint(index, subnet, first, nat)];
  }
  if (subnet.dns64 !== "yes" || own.families === "unknown" || own.families.includes("ipv6")) return [];
  const nat = natOf("nat64");
  return nat === null ? [] : [pastEndpoint(subnet, own, nat)];
}

/** A table that others manage may have the endpoint's route. */
function mayHaveMore(index: TopologyIndex, { id, vpc, routeTable }: TopologySubnet): boolean {
  return routeTable === null || mayBeTouched(index, [id, vpc, routeTable]);
}

/** The endpoint that the subnet's table leads to. */
function ownEndpoint(
  { routeTables }: TopologyIndex,
  { routeTable }: TopologySubnet,
  endpoints: readonly Endpoint[],
): Endpoint | null {
  const table = routeTable === null ? undefined : routeTables.get(routeTable);
  const targets = table?.routes.map(({ target }) => target) ?? [];
  return endpoints.find(({ id }) => targets.includes(id)) ?? null;
}

const FACTS = [routingFacts.natGatewayPrice, vpcEndpointFacts.gatewayEndpointServices];

/** Nearly every host calls S3, for packages and images; who calls another service is not known. */
function withoutEndpoint(
  { topology }: TopologyIndex,
  subnet: TopologySubnet,
  { id, service }: Endpoint,
  nat: string,
): ReachFinding {
  return {
    rule: "gateway-endpoint-bypassed",
    severity: service === "s3" && hasCallers(topology, subnet) ? "warning" : "note",
    what: subnet.id,
    place: subnet.place,
    message: `calls of ${subnet.id} to ${service} go through ${nat}, which bills them, past ${id}, which its route table does not have`,
    hint: `give its route table a gateway endpoint of ${service} too: it is free of charge`,
    facts: FACTS,
  };
}

/** Hosts, tasks and functions; where nothing is known that stands anywhere, others bring it. */
function hasCallers({ nodes }: Topology, { id }: TopologySubnet): boolean {
  if (nodes.length === 0) return true;
  return nodes.filter(callsOut).some(({ interfaces }) => interfaces.some(({ subnet }) => subnet === id));
}

function pastEndpoint(subnet: TopologySubnet, { id, place, service }: Endpoint, nat: string): ReachFinding {
  const hasIpv4 = subnet.ipv4 !== null;
  return {
    rule: "gateway-endpoint-bypassed",
    severity: "warning",
    what: subnet.id,
    place: hasIpv4 ? subnet.place : place,
    message: `DNS64 of ${subnet.id} leads calls to ${service} through ${nat}, which bills them, past ${id}, which carries IPv4 alone`,
    hint: hasIpv4
      ? "turn DNS64 off: hosts here have IPv4"
      : `give ${id} IPv6, and let clients call the dual-stack names of ${service}`,
    facts: [routingFacts.dns64OnDualStackCosts, vpcEndpointFacts.gatewayEndpointIpv4MissesAaaa, ...FACTS],
  };
}
