import type { AddressFamily } from "../../base/prefix.ts";
import type { Block } from "../topology/block.ts";
import type { Answer } from "../topology/topology.ts";

/** The addresses at one end of packets, as far as filters and routes tell them apart. */
export interface Party {
  readonly family: AddressFamily;
  /** Where its address lies: in one of these. */
  readonly blocks: readonly Block[];
  /** True: senders or receivers at all of these addresses, as the internet; false: one address, not known which. */
  readonly isCrowd: boolean;
  /** True: outside of all VPCs, so in none of their blocks. */
  readonly isOutside: boolean;
  /** The VPC that has its address; null: none of the topology. */
  readonly vpc: string | null;
  /** The groups that filters know it by; "unknown" where nobody can say. */
  readonly groups: readonly string[] | "unknown";
  /** The AWS service whose prefix list may have it; null: none. */
  readonly service: { readonly name: string; readonly isListed: Answer } | null;
  /** Whether the internet gateway of its VPC carries its packets. */
  readonly isPublic: Answer;
  /** True: the address of a NAT gateway, which lets nothing in. */
  readonly isNatGateway: boolean;
  /** Behind an address of NAT64: the IPv4 party that is meant; null: it is no such address. */
  readonly embeds: Party | null;
}

/** Destination ports, or ICMP messages as `icmpMessage` numbers them: both ends belong to it. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** One direction of a conversation. */
export interface Packet {
  readonly source: Party;
  readonly destination: Party;
  readonly protocol: "tcp" | "udp" | "icmp";
  readonly ports: readonly PortRange[];
}

/** All ports, all ICMP messages. */
export const ALL_PORTS: PortRange = { from: 0, to: 65_535 };

const CODES = 256;

/** The ICMP messages of a type, or of a type and a code; null stands for all. */
export function icmpMessages(type: number | null, code: number | null): PortRange {
  if (type === null) return ALL_PORTS;
  const first = type * CODES;
  return code === null ? { from: first, to: first + CODES - 1 } : { from: first + code, to: first + code };
}
