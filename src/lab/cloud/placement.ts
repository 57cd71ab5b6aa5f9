import type { Listens } from "./cloud.ts";

/** Where something wants network interfaces, and which addresses they get; before addresses are given. */
export interface Placement {
  /** The Terraform address of what has the interfaces. */
  readonly address: string;
  /** One stand-in in each. */
  readonly subnets: readonly string[];
  /** Null: no security group judges; "default": the VPC's default group. */
  readonly securityGroups: readonly string[] | "default" | null;
  readonly listens: Listens;
  /** Addresses that are told for single subnets, in place of what follows. */
  readonly chosen?: ReadonlyMap<string, ChosenAddresses>;
  /** A fixed address; true: one of the subnet when it has a block; false: none. */
  readonly ipv4: bigint | boolean;
  /** As for IPv4; "on-creation": when the subnet gives one to each new interface. */
  readonly ipv6: bigint | boolean | "on-creation";
  /** "on-launch": when the subnet gives one to each new instance. */
  readonly publicIpv4: boolean | "on-launch";
  readonly sourceDestCheck: boolean;
  /** True: a host that is told to translate IPv6 packets to 64:ff9b::/96. Left out: false. */
  readonly translates?: boolean;
  readonly denyAllIgwTraffic: boolean;
}

/** Null: not told. */
export interface ChosenAddresses {
  readonly ipv4: bigint | null;
  readonly ipv6: bigint | null;
}

/** Hosts whose software the stack does not say: whatever is asked for answers. */
export const ANYTHING: Listens = { any: true, tcp: [], udp: [] };
/** Interfaces that only begin connections. */
export const NOTHING: Listens = { any: false, tcp: [], udp: [] };

/** A service of AWS that takes TCP connections on these ports. */
export function tcpPorts(...ports: readonly number[]): Listens {
  return { any: false, tcp: ports, udp: [] };
}
