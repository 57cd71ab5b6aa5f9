import { formatAddress } from "../../base/prefix.ts";
import type { Cloud, NatGateway, NetworkInterface } from "../cloud/cloud.ts";

/** How a VPC's router reaches a network interface of its subnets. */
export interface NextHop {
  /** The bridge of its subnet in the router. */
  readonly bridge: string;
  readonly ipv4: string | null;
  readonly linkLocal: string;
}

/** The bridge of each subnet in the router of its VPC: `s0`. */
export function bridgeNames(cloud: Cloud): ReadonlyMap<string, string> {
  return new Map(cloud.subnets.map(({ name }, index) => [name, `s${index}`]));
}

/** The link-local address of the interface or NAT gateway of that number, the same in every plan. */
export function linkLocal(number: number): string {
  return `fe80::a:${(number + 1).toString(16)}`;
}

/** The next hops by the name of what a route names: NAT gateways, and instances by their address. */
export function nextHops(cloud: Cloud): ReadonlyMap<string, NextHop> {
  const bridges = bridgeNames(cloud);
  const hop = (one: NatGateway | NetworkInterface, number: number): NextHop => ({
    bridge: bridges.get(one.subnet) ?? "",
    ipv4: one.ipv4 === null ? null : formatAddress("ipv4", one.ipv4),
    linkLocal: linkLocal(number),
  });
  const count = cloud.interfaces.length;
  return new Map([
    ...cloud.interfaces.map((one, index) => [one.address, hop(one, index)] as const),
    ...cloud.natGateways.map((one, index) => [one.name, hop(one, count + index)] as const),
  ]);
}
