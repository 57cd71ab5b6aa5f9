import { isAllowedLength, type PrefixLengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, isCanonical, networkOf } from "../../base/prefix.ts";
import { writtenCidrs } from "../../model/addressing/written-cidrs.ts";
import type { Cidr } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** A block is written the way AWS writes it back. */
export const cidrNotCanonical: Rule<"cidr-not-canonical"> = {
  id: "cidr-not-canonical",
  severity: "error",
  title: "Blocks are written in canonical form: no host bits, IPv6 in lower case and shortened.",
  why: "AWS stores a block in its canonical form. The provider refuses other spellings in routes and security group rules; where it takes them, every plan shows a change that is none, or EC2 refuses the host bits. Host bits also hide which block was meant.",
  sources: [addressingFacts.nonCanonicalCidrs],
  check(network, report) {
    for (const { path, cidr, lengths } of writtenCidrs(network)) {
      // What is refused for its length is told how to be written by the rule about lengths, in canonical form.
      if (isCanonical(cidr.text) || !hasLength(cidr, lengths)) continue;
      const canonical = formatPrefix(networkOf(cidr.prefix));
      const hasHostBits = networkOf(cidr.prefix).address !== cidr.prefix.address;
      const mistake = hasHostBits ? "has bits set in its host part" : "is not in canonical form";
      report(path, `block "${cidr.text}" ${mistake}`, `write "${canonical}"`);
    }
  },
};

function hasLength({ prefix }: Cidr, lengths: PrefixLengths | null): boolean {
  return lengths === null || isAllowedLength(prefix.length, lengths);
}
