import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, hasHostBits, networkOf } from "../../base/prefix.ts";
import { hasLengthOfPlace, writtenCidrs } from "../../model/addressing/written-cidrs.ts";
import type { Rule } from "../rule.ts";

/** A block begins where its prefix length says. */
export const cidrHostBits: Rule<"cidr-host-bits"> = {
  id: "cidr-host-bits",
  severity: "error",
  title:
    "Blocks of VPCs, subnets, routes, security group rules, VPN connections and IPAM pools have no host bits.",
  why: "The AWS provider refuses a block with bits set beyond its prefix length. Host bits also hide which block was meant: the one that the address lies in, or a longer one.",
  sources: [addressingFacts.nonCanonicalCidrs],
  check(network, report) {
    for (const { path, cidr, takesHostBits } of writtenCidrs(network).filter(hasLengthOfPlace)) {
      if (takesHostBits || !hasHostBits(cidr.prefix)) continue;
      report(
        path,
        `block "${cidr.text}" has bits set in its host part`,
        `write "${formatPrefix(networkOf(cidr.prefix))}"`,
      );
    }
  },
};
