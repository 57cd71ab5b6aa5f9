import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, hasHostBits, isCanonical, networkOf } from "../../base/prefix.ts";
import { hasLengthOfPlace, writtenCidrs } from "../../model/addressing/written-cidrs.ts";
import type { Rule } from "../rule.ts";

/** A block is written the way AWS writes it back. */
export const cidrNotCanonical: Rule<"cidr-not-canonical"> = {
  id: "cidr-not-canonical",
  severity: "warning",
  title: "Blocks are written in canonical form: no host bits, IPv6 in lower case and shortened.",
  why: "AWS stores a block in its canonical form, and so does the stack: whoever looks for another spelling does not find it. Host bits hide which block was meant. Entries of network ACLs and prefix lists take them, and every later plan may show a change that is none; elsewhere the provider refuses them.",
  sources: [addressingFacts.nonCanonicalCidrs],
  check(network, report) {
    for (const { path, cidr, takesHostBits } of writtenCidrs(network).filter(hasLengthOfPlace)) {
      if (isCanonical(cidr.text)) continue;
      if (hasHostBits(cidr.prefix) && !takesHostBits) continue;
      const mistake = hasHostBits(cidr.prefix) ? "has bits set in its host part" : "is not in canonical form";
      report(path, `block "${cidr.text}" ${mistake}`, `write "${formatPrefix(networkOf(cidr.prefix))}"`);
    }
  },
};
