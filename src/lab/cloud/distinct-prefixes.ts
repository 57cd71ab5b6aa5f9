import { formatPrefix, networkOf, type Prefix } from "../../base/prefix.ts";

/** Each block once, without host bits. */
export function distinctPrefixes(prefixes: readonly Prefix[]): readonly Prefix[] {
  const blocks = prefixes.map(networkOf);
  return [...new Map(blocks.map((block) => [formatPrefix(block), block])).values()];
}
