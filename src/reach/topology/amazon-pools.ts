import { AMAZON_IPV6_RANGES } from "../../aws/amazon-ipv6-ranges.ts";
import { invariant } from "../../base/invariant.ts";
import { type Prefix, parsePrefix } from "../../base/prefix.ts";

/** Where a block lies that Amazon gives: nobody else's address is in one of these (addressingFacts.amazonIpv6Ranges). */
export const AMAZON_POOLS: readonly Prefix[] = AMAZON_IPV6_RANGES.map((text) => {
  const prefix = parsePrefix(text);
  invariant(prefix !== null, `${text} is no prefix`);
  return prefix;
});
