import { formatPrefix, networkOf, type Prefix, subPrefix } from "../../base/prefix.ts";
import type { Ipv6Block, SubnetIpv6 } from "../../model/types/subnets.ts";

/** Bits of a hexadecimal digit, and of a group between two colons. */
const DIGIT = 4;
const GROUP = 16;

/**
 * The IPv6 block of a subnet as far as it is known before apply. With a known VPC block the block itself; otherwise
 * `<main /56>10::/64`: the digits that will follow the 56 bits of block `main`. Lengths off the digit boundary give
 * `<main /57> #3 /64`, the number as `cidrsubnet` counts it.
 */
export function ipv6Notation(subnet: SubnetIpv6, block: Ipv6Block): string {
  const known = knownCidr(block);
  if (known !== null) return formatPrefix(subPrefix(known, subnet.length - known.length, subnet.number));
  const { number, newBits, blockLength, length } = subnet;
  const name = `<${subnet.block} /${blockLength}>`;
  if (blockLength % DIGIT !== 0 || length % DIGIT !== 0) return `${name} #${number} /${length}`;
  const digits = newBits === 0 ? "" : number.toString(16).padStart(newBits / DIGIT, "0");
  const groups = groupDigits(digits, blockLength);
  return `${name}${groups}${length === 128 ? "" : "::"}/${length}`;
}

/** What a notation turns into once its block is known: the notation, a block for documentation, the subnet in it. */
export interface NotationExample {
  readonly notation: string;
  readonly block: string;
  readonly subnet: string;
}

/** An example that explains the notation of a subnet; null where the notation leaves nothing to explain. */
export function exampleOf(subnet: SubnetIpv6, block: Ipv6Block): NotationExample | null {
  if (knownCidr(block) !== null) return null;
  // 2001:db8::/32 is for documentation (RFC 3849).
  const address = 0x20010db8123456780000000000000000n;
  const example = networkOf({ family: "ipv6", address, length: subnet.blockLength });
  return {
    notation: ipv6Notation(subnet, block),
    block: formatPrefix(example),
    subnet: formatPrefix(subPrefix(example, subnet.newBits, subnet.number)),
  };
}

/** The block where the author knows it: his own, or a part of an IPAM pool that he chose. */
function knownCidr(block: Ipv6Block): Prefix | null {
  const { source } = block;
  if (source.kind === "byoip") return source.cidr.prefix;
  return source.kind === "ipam" ? (source.cidr?.prefix ?? null) : null;
}

/** Digits that begin at bit `start`, with a colon before each group of an address and the last group filled up. */
function groupDigits(digits: string, start: number): string {
  let text = "";
  let bit = start;
  for (const digit of digits) {
    text += bit % GROUP === 0 ? `:${digit}` : digit;
    bit += DIGIT;
  }
  const missing = (GROUP - (bit % GROUP)) % GROUP;
  return text + "0".repeat(digits === "" ? 0 : missing / DIGIT);
}
