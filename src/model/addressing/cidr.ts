import { invariant } from "../../base/invariant.ts";
import { formatPrefix, networkOf, parsePrefix } from "../../base/prefix.ts";
import type { Cidr } from "../types/shared.ts";

/** A block that Hextet itself names; throws when the text is none. */
export function knownCidr(text: string): Cidr {
  const prefix = parsePrefix(text);
  invariant(prefix !== null, `${text} is no prefix`);
  return { text, prefix };
}

/** The canonical text of the block without its host bits: two spellings of one block are equal in it. */
export function networkText(cidr: Cidr): string {
  return formatPrefix(networkOf(cidr.prefix));
}
