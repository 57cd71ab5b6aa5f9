import type { AddressFamily } from "../../base/prefix.ts";
import { familiesOfPeer } from "../filtering/security-group-lookup.ts";
import { speaksOfPort } from "../filtering/traffic.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import type { Network } from "../types/network.ts";
import type { ResolverEndpoint } from "../types/resolver.ts";
import { familiesOfEndpoint, forwardingRules } from "./forwarding-rules.ts";

/** A port over which DNS is spoken. */
interface DnsPort {
  readonly protocol: "tcp" | "udp";
  readonly port: number;
}

/** What no security group of an endpoint lets through, of one family. */
interface ClosedPorts {
  readonly family: AddressFamily;
  readonly ports: readonly DnsPort[];
}

const DO53: readonly DnsPort[] = [
  { protocol: "tcp", port: 53 },
  { protocol: "udp", port: 53 },
];
const DOH: readonly DnsPort[] = [{ protocol: "tcp", port: 443 }];

/** The ports of DNS that an endpoint's security groups keep closed; none where one of them is managed elsewhere. */
export function closedPorts(network: Network, endpoint: ResolverEndpoint): readonly ClosedPorts[] {
  const there = whatIsThere(network);
  const { securityGroups } = endpoint;
  if (securityGroups.some((name) => there.isReferenced("aws_security_group", name))) return [];
  const direction = endpoint.direction === "INBOUND" ? "ingress" : "egress";
  const rules = network.securityGroups
    .filter(({ name }) => securityGroups.includes(name))
    .flatMap((group) => group.rules.filter((rule) => rule.direction === direction));
  return familiesOfEndpoint(endpoint).flatMap((family) => {
    const own = rules.filter(({ peer }) => familiesOfPeer(network, peer).includes(family));
    const ports = portsOf(network, endpoint, family).filter(
      (port) => !own.some((rule) => speaksOfPort(rule, port)),
    );
    return ports.length === 0 ? [] : [{ family, ports }];
  });
}

function portsOf(network: Network, endpoint: ResolverEndpoint, family: AddressFamily): readonly DnsPort[] {
  if (endpoint.direction === "INBOUND")
    return eachOnce(endpoint.protocols.flatMap((protocol) => (protocol === "Do53" ? DO53 : DOH)));
  const targets = forwardingRules(network)
    .filter((rule) => rule.endpoint === endpoint)
    .flatMap((rule) => rule.targets.filter((target) => target.family === family));
  const ports = targets.flatMap(({ protocol, port }) =>
    (protocol === "Do53" ? DO53 : DOH).map((one) => ({ ...one, port })),
  );
  return eachOnce(ports);
}

/** Each port once: both forms of DNS over HTTPS have the same. */
function eachOnce(ports: readonly DnsPort[]): readonly DnsPort[] {
  return [...new Map(ports.map((one) => [`${one.protocol} ${one.port}`, one])).values()];
}
