import {
  bitsOf,
  formatPrefix,
  networkOf,
  type Prefix,
  parseAddress,
  parsePrefix,
} from "../../base/prefix.ts";
import type { Block, UnknownBase } from "../topology/block.ts";

/** Every IPv6 address. */
export const ANY_IPV6_PREFIX = prefixOf("::/0");
/** Every IPv4 address. */
export const ANY_IPV4_PREFIX = prefixOf("0.0.0.0/0");

/** A block that is written in full; null when the text is no prefix. Host bits do not matter to AWS. */
export function knownBlock(text: string): Block | null {
  const prefix = parsePrefix(text);
  return prefix === null ? null : { kind: "known", prefix: networkOf(prefix) };
}

/** The block of one address; null when the text is no address. */
export function addressBlock(text: string): Block | null {
  const parsed = parseAddress(text);
  return parsed === null ? null : { kind: "known", prefix: { ...parsed, length: bitsOf(parsed.family) } };
}

/** A block of which nothing but its base is known. */
export function unknownBlock(base: UnknownBase): Block {
  return { kind: "unknown", base, offset: 0n, length: base.length };
}

/** A text that is the same for equal blocks only. */
export function blockKey(block: Block | "unknown"): string {
  if (block === "unknown") return block;
  if (block.kind === "known") return formatPrefix(block.prefix);
  return `${block.base.id}+${block.offset}/${block.length}`;
}

function prefixOf(text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new Error(`internal error: ${text} is no prefix`);
  return prefix;
}
