import { udpProtocols } from "../../aws/load-balancing.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { LoadBalancer } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { Interface, Listening, Node } from "../topology/nodes.ts";
import { interfacesIn } from "./interfaces.ts";
import { answer, at, type NetworkContext, type Parts } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";
import { withChosen } from "./with-chosen.ts";

/** The load balancers. */
export function loadBalancersOf(context: NetworkContext): Parts {
  return { nodes: context.network.loadBalancers.map((balancer) => balancerNode(context, balancer)) };
}

function balancerNode(context: NetworkContext, balancer: LoadBalancer): Node {
  const { name, path, subnets, ipAddressType, listeners } = balancer;
  const hasPublicIpv4 = !balancer.internal && ipAddressType !== "dualstack-without-public-ipv4";
  const standing = interfacesIn(context, subnets, {
    ipv4: true,
    ipv6: () => ipAddressType !== "ipv4",
    publicIpv4: () => answer(hasPublicIpv4),
    publicIpv6: answer(!balancer.internal),
    securityGroups: groupsOfBalancer(context.network, balancer),
  });
  return {
    id: terraformAddress("aws_lb", name),
    kind: "load-balancer",
    name,
    place: at(path),
    interfaces: standing.map((one) => chosenIn(balancer, one)),
    listens: listeners.flatMap((listener) => listensOn(listener, clientFamilies(balancer))),
    opens: ipAddressType === "ipv4" ? ["ipv4"] : ["ipv4", "ipv6"],
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}

function chosenIn({ mappings }: LoadBalancer, one: Interface): Interface {
  const mapping = mappings.find(({ subnet }) => terraformAddress("aws_subnet", subnet) === one.subnet);
  return mapping === undefined ? one : withChosen(one, mapping.privateIpv4Address, mapping.ipv6Address);
}

/** A network load balancer that names no groups has none; an application one has the VPC's default group then. */
function groupsOfBalancer(
  network: Network,
  { type, securityGroups }: LoadBalancer,
): readonly string[] | null {
  const hasNone = type === "network" && securityGroups.length === 0;
  return hasNone ? null : groupsOrDefault(network, securityGroups);
}

/** The families in which its clients come. */
export function clientFamilies({ ipAddressType, internal }: LoadBalancer): readonly AddressFamily[] {
  if (ipAddressType === "ipv4") return ["ipv4"];
  return ipAddressType === "dualstack" || internal ? ["ipv4", "ipv6"] : ["ipv6"];
}

/** The transport protocols of a listener or a target group. */
export function transportsOf(protocol: string): readonly ("tcp" | "udp")[] {
  if (!udpProtocols.includes(protocol)) return ["tcp"];
  return protocol === "UDP" ? ["udp"] : ["tcp", "udp"];
}

function listensOn(
  { path, name, port, protocol }: Listener,
  families: readonly AddressFamily[],
): readonly Listening[] {
  return transportsOf(protocol).map((transport) => ({
    place: at(path),
    protocol: transport,
    from: port,
    to: port,
    families,
    what: `the listener ${name}`,
  }));
}
