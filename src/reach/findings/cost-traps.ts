import { routingFacts } from "../../aws/facts/routing.ts";
import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import type { Gateway, Topology, TopologySubnet } from "../topology/topology.ts";
import { indexTopology, type TopologyIndex } from "../walk/index-topology.ts";
import { type Probe, probeSubnet } from "./probe-subnet.ts";
import type { ReachFinding } from "./reach-finding.ts";

type Endpoint = Extract<Gateway, { readonly kind: "gateway-endpoint" }>;

/** Subnets whose traffic to a service goes through a NAT gateway, which bills it, past a gateway endpoint that is free. */
export function costTraps(topology: Topology): readonly ReachFinding[] {
  const index = indexTopology(topology, []);
  const endpoints = topology.gateways.filter((gateway) => gateway.kind === "gateway-endpoint");
  return endpoints.flatMap((endpoint) =>
    topology.subnets
      .filter(({ vpc }) => vpc === endpoint.vpc)
      .flatMap((subnet) => trapsOf(index, endpoint, subnet)),
  );
}

function trapsOf(index: TopologyIndex, endpoint: Endpoint, subnet: TopologySubnet): readonly ReachFinding[] {
  const service = { name: endpoint.service, isListed: "yes" } as const;
  const natOf = (probe: Probe) =>
    probeSubnet(index, subnet, probe, service).find(({ end }) => end.kind === "translated");
  const translated = subnet.dns64 === "yes" ? natOf("nat64") : undefined;
  const plain = natOf("ipv4");
  const facts = [routingFacts.natGatewayPrice, vpcEndpointFacts.gatewayEndpointServices];
  const finding = { kind: "cost-trap", what: subnet.id, place: subnet.place } as const;
  const byName: ReachFinding = {
    ...finding,
    message: `DNS64 of ${subnet.id} leads calls to IPv4 names of ${endpoint.service} through ${translated?.via.at(-1) ?? ""}, past ${endpoint.id}`,
    hint: "let clients call the dual-stack names, and give the endpoint the address type dualstack",
    facts: [routingFacts.dns64OnDualStackCosts, ...facts],
  };
  const byRoute: ReachFinding = {
    ...finding,
    message: `calls of ${subnet.id} to ${endpoint.service} go through ${plain?.via.at(-1) ?? ""}, past ${endpoint.id}, which its route table does not have`,
    hint: `add the route table of ${subnet.id} to ${endpoint.id}`,
    facts,
  };
  return [...(translated === undefined ? [] : [byName]), ...(plain === undefined ? [] : [byRoute])];
}
