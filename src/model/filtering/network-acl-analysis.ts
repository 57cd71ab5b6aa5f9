import { ANY_ICMP, ICMPV6_SPELLINGS, networkAclProtocolNumber, protocols } from "../../aws/protocols.ts";
import { type AddressFamily, bitsOf, contains, networkOf, overlaps, type Prefix } from "../../base/prefix.ts";
import { blockPrefix } from "../addressing/vpc-blocks.ts";
import type {
  Direction,
  NetworkAcl,
  NetworkAclCidr,
  NetworkAclEntry,
  PortRange,
} from "../types/filtering.ts";
import type { Vpc } from "../types/subnets.ts";
import { ascending } from "./traffic.ts";

/** A set of packets; a network ACL may let some of them pass and drop others. */
export interface Packets {
  readonly direction: Direction;
  readonly family: AddressFamily;
  /** `icmp` is the ICMP of the family. */
  readonly protocol: "tcp" | "udp" | "icmp";
  /** Destination ports, or ICMP messages as `icmpMessages` numbers them. */
  readonly selectors: PortRange;
  /** The addresses at the far end; null: not known before apply, such as Amazon's block of the VPC. */
  readonly block: Prefix | null;
}

/** Every port. */
export const ALL_PORTS: PortRange = { from: 0, to: 65535 };

const CODES = 256;

/** Well beyond what AWS grants: a few dozens for each direction and family. The work grows with the cube. */
const MOST_ENTRIES = 400;

/** ICMP messages of a type, or of a type and a code, as a range of numbers; -1 stands for all. */
export function icmpMessages(type: number, code: number): PortRange {
  if (type === ANY_ICMP) return ALL_PORTS;
  const first = type * CODES;
  return code === ANY_ICMP
    ? { from: first, to: first + CODES - 1 }
    : { from: first + code, to: first + code };
}

/**
 * The entries that let at least one of the packets pass, evaluated in the order of their numbers with the denying ones
 * in front of them. Where a block is not known before apply, a packet that may pass passes. Entries that another rule
 * calls wrong are taken as they were meant: without ports for all ports, `icmp` for the ICMP of the family.
 * None of a network ACL that is larger than AWS takes any.
 */
export function entriesThatAllow(vpc: Vpc, acl: NetworkAcl, packets: Packets): readonly NetworkAclEntry[] {
  if (acl.entries.length > MOST_ENTRIES) return [];
  const denied: Meaning[] = [];
  return acl.entries.filter((entry) => {
    const meaning = narrow(meaningOf(vpc, entry), entry, packets);
    if (meaning === null) return false;
    const isElsewhere = entry.cidr.kind === "cidr-elsewhere";
    // Only what is denied to all addresses is surely denied to a block that nobody knows.
    if (entry.action === "allow") return isPartlyOpen(meaning, isElsewhere ? denied.filter(isOfAll) : denied);
    if (!isElsewhere) denied.push(meaning);
    return false;
  });
}

/** What an entry matches, whatever its family and direction. */
export interface Meaning {
  /** IANA number, -1 for all; null: a spelling that nobody knows. */
  readonly protocol: number | null;
  readonly selectors: PortRange;
  readonly block: Prefix | null;
}

/** What the author meant the entry to match. */
export function meaningOf(vpc: Vpc, entry: NetworkAclEntry): Meaning {
  const { cidr, ports, icmp } = entry;
  const protocol = protocolMeant(entry);
  const block = blockOf(vpc, cidr);
  if (protocol === icmpOf(cidr.family)) {
    const selectors = icmp === null ? ALL_PORTS : icmpMessages(icmp.type, icmp.code);
    return { protocol, selectors, block };
  }
  const hasPorts = protocol === protocols.tcp.number || protocol === protocols.udp.number;
  if (ports === null || !hasPorts) return { protocol, selectors: ALL_PORTS, block };
  return { protocol, selectors: ascending(ports), block };
}

function isOfAll({ block }: Meaning): boolean {
  return block?.length === 0;
}

/** Null where it is known after apply only. */
function blockOf(vpc: Vpc, cidr: NetworkAclCidr): Prefix | null {
  switch (cidr.kind) {
    case "cidr":
      return networkOf(cidr.cidr.prefix);
    case "vpc":
      return blockPrefix(vpc, cidr.family, cidr.block);
    case "cidr-elsewhere":
      return null;
  }
}

function protocolMeant({ protocol, cidr }: NetworkAclEntry): number | null {
  const word = protocol.toLowerCase();
  const number = ICMPV6_SPELLINGS.includes(word) ? protocols.icmpv6.number : networkAclProtocolNumber(word);
  const isIcmp = number === protocols.icmp.number || number === protocols.icmpv6.number;
  return isIcmp ? icmpOf(cidr.family) : number;
}

function icmpOf(family: AddressFamily): number {
  return family === "ipv4" ? protocols.icmp.number : protocols.icmpv6.number;
}

/** The part of the meaning that the packets share; null when there is none. */
function narrow(meaning: Meaning, entry: NetworkAclEntry, packets: Packets): Meaning | null {
  if (entry.direction !== packets.direction || entry.cidr.family !== packets.family) return null;
  if (!matchesProtocol(meaning.protocol, entry, packets)) return null;
  const selectors = common(meaning.selectors, packets.selectors);
  if (selectors === null) return null;
  const { block } = meaning;
  // A denying entry stays whole: what it takes away is looked at piece by piece.
  if (entry.action === "deny" || packets.block === null) return { ...meaning, selectors };
  if (block === null) return { ...meaning, selectors };
  if (!overlaps(block, packets.block)) return null;
  return { ...meaning, selectors, block: contains(block, packets.block) ? packets.block : block };
}

function matchesProtocol(protocol: number | null, { action }: NetworkAclEntry, packets: Packets): boolean {
  // The finding about the spelling is enough: nothing is concluded from an entry that nobody understands.
  if (protocol === null) return action === "allow";
  const wanted = packets.protocol === "icmp" ? icmpOf(packets.family) : protocols[packets.protocol].number;
  return protocol === protocols.all.number || protocol === wanted;
}

/** What both ranges have; null when they have nothing in common. */
export function common(a: PortRange, b: PortRange): PortRange | null {
  const range = { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
  return range.from <= range.to ? range : null;
}

/**
 * True when the denied parts leave something of the allowed one. If they do, they leave one of its corners: its first
 * port or the port after a denied range, at its first address or the address after a denied block.
 */
function isPartlyOpen(allowed: Meaning, inFront: readonly Meaning[]): boolean {
  const { from, to } = allowed.selectors;
  const denied = inFront.filter(({ selectors }) => selectors.from <= to && from <= selectors.to);
  const ports = new Set(
    [from, ...denied.map(({ selectors }) => selectors.to + 1)].filter((port) => port <= to),
  );
  const addresses = addressesOf(allowed.block, denied);
  return [...ports].some((port) =>
    addresses.some((address) => !denied.some((meaning) => matches(meaning, port, address))),
  );
}

/** Addresses worth asking about; null stands for one in the block that is not known. */
function addressesOf(block: Prefix | null, denied: readonly Meaning[]): readonly (Prefix | null)[] {
  if (block === null) return [null];
  const bits = bitsOf(block.family);
  const first = { ...networkOf(block), length: bits };
  const next = denied.flatMap(({ block: taken }): Prefix[] => {
    if (taken === null) return [];
    const size = 1n << BigInt(bits - taken.length);
    return [{ ...first, address: networkOf(taken).address + size }];
  });
  return [first, ...next.filter((address) => contains(block, address))];
}

/** True when the entry surely matches: of a block not known before apply, only the same or all addresses are sure. */
function matches({ selectors, block }: Meaning, port: number, address: Prefix | null): boolean {
  if (port < selectors.from || port > selectors.to) return false;
  if (address === null) return block === null || block.length === 0;
  return block !== null && contains(block, address);
}
