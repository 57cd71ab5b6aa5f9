import { factsOf } from "./fact.ts";

const ENDPOINTS = "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html";
const EDGE = "https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html";
const DIAGRAM =
  "https://docs.aws.amazon.com/reference-architecture-diagrams/latest/distributed-inspection-gwlb/distributed-inspection-route-tables.html";
const checked = "2026-11-29";

/** What happens to packets that routes send to appliances for inspection. */
export const inspectionFacts = factsOf({
  endpointSubnetTableDecides: {
    claim:
      "A Gateway Load Balancer endpoint, and an endpoint of a Network Firewall, has an interface in one subnet; what was inspected goes on by the route table of that subnet.",
    source: `${ENDPOINTS}; ${DIAGRAM}; https://docs.aws.amazon.com/vpc/latest/userguide/gwlb-route.html`,
    checked,
    evidence: "2022-07-21",
    confidence: "high",
  },
  appliancesSeeTheirOwnAddresses: {
    claim:
      "Packets go through a Gateway Load Balancer endpoint or a Network Firewall endpoint with the addresses and ports of their sender and receiver.",
    source: `${ENDPOINTS}; https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html; https://docs.aws.amazon.com/network-firewall/latest/developerguide/how-it-works.html`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  edgeRouteTables: {
    claim:
      "A route table can be associated with an internet gateway or a virtual private gateway, and with no other kind of gateway: what comes in takes its routes, which lead blocks of the VPC or of its subnets to a Gateway Load Balancer endpoint, a Network Firewall endpoint or a network interface.",
    source: EDGE,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  asymmetricRoutingUnsupported: {
    claim:
      "Network Firewall supports no asymmetric routing, and gateway route tables none through an appliance: both directions of a connection pass the same endpoint.",
    source: `https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html; ${EDGE}`,
    checked,
    evidence: "undated",
    confidence: "high",
  },
  endpointAddressTypes: {
    claim:
      "A Gateway Load Balancer endpoint of type ipv4 takes its address from a subnet with IPv4, dualstack from one with both families, ipv6 from an IPv6-only one.",
    source: ENDPOINTS,
    checked,
    evidence: "undated",
    confidence: "medium",
  },
});
