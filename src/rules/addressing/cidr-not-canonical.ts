import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, isCanonical, networkOf } from "../../base/prefix.ts";
import { writtenCidrs } from "../../model/addressing/written-cidrs.ts";
import type { Rule } from "../rule.ts";

/** A block is written the way AWS writes it back. */
export const cidrNotCanonical: Rule<"cidr-not-canonical"> = {
  id: "cidr-not-canonical",
  severity: "error",
  title: "Blocks are written in canonical form: no host bits, IPv6 in lower case and shortened.",
  why: "AWS stores a block in its canonical form. The provider refuses other spellings in routes and security group rules; where it takes them, every plan shows a change that is none, or EC2 refuses the host bits. Host bits also hide which block was meant.",
  sources: [addressingFacts.nonCanonicalCidrs],
  check(network, report) {
    for (const { path, cidr } of writtenCidrs(network)) {
      if (isCanonical(cidr.text)) continue;
      const canonical = formatPrefix(networkOf(cidr.prefix));
      const hasHostBits = networkOf(cidr.prefix).address !== cidr.prefix.address;
      const mistake = hasHostBits ? "has bits set in its host part" : "is not in canonical form";
      report(path, `block "${cidr.text}" ${mistake}`, `write "${canonical}"`);
    }
  },
};
