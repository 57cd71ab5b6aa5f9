import { NAT64_PREFIX } from "../../aws/well-known-prefixes.ts";
import { formatPrefix } from "../../base/prefix.ts";
import type { Block } from "../topology/block.ts";
import { ALL_PORTS, type Packet, type Party, type PortRange } from "./packet.ts";

/** Packets in a few words: `tcp 443 to 64:ff9b::/96`. */
export function packetText(packet: Packet, side: "to" | "from"): string {
  const far = side === "to" ? packet.destination : packet.source;
  return `${rangesText(packet, packet.ports)} ${side} ${partyText(far)}`;
}

/** Ports in words: `tcp 443`, `tcp 32768-60999`. */
export function rangesText({ protocol, source }: Packet, ports: readonly PortRange[]): string {
  if (protocol === "icmp") return source.family === "ipv6" ? "ICMPv6 echo" : "ICMP echo";
  return `${protocol} ${ports.map(rangeText).join(", ")}`;
}

function rangeText({ from, to }: PortRange): string {
  if (from === ALL_PORTS.from && to === ALL_PORTS.to) return "of all ports";
  return from === to ? `${from}` : `${from}-${to}`;
}

const FEW = 2;

/** The internet's IPv6 addresses are 2000::/3. */
const WIDEST = 3;

function lengthOf(block: Block): number {
  return block.kind === "known" ? block.prefix.length : block.length;
}

/** Where a party's address lies. */
export function partyText({ blocks, isOutside, family, embeds }: Party): string {
  const isAnybody = blocks.length !== 1 || blocks.some((one) => lengthOf(one) <= WIDEST);
  if (isOutside && embeds === null && isAnybody)
    return family === "ipv6" ? "the IPv6 internet" : "the IPv4 internet";
  if (embeds !== null && blocks.length > FEW) return NAT64_PREFIX;
  const texts = blocks.slice(0, FEW).map(blockText);
  return blocks.length > FEW ? `${texts.join(", ")} and more` : texts.join(" and ");
}

/** A block as people write it; one that AWS chooses at apply by the attribute that will hold it. */
export function blockText(block: Block): string {
  if (block.kind === "known") return formatPrefix(block.prefix);
  return block.length === block.base.length ? block.base.id : `a /${block.length} of ${block.base.id}`;
}
