import { isAllowedLength, subnetIpv4Lengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { contains } from "../../base/prefix.ts";
import { knownIpv4Blocks } from "../../model/addressing/vpc.ts";
import { explicitIpv4Subnets } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A subnet lies within one of its VPC's blocks. */
export const subnetIpv4OutsideVpc: Rule<"subnet-ipv4-outside-vpc"> = {
  id: "subnet-ipv4-outside-vpc",
  severity: "error",
  title: "A subnet's IPv4 block lies within one block of the VPC.",
  why: "EC2 refuses a subnet outside the VPC's blocks, or across two of them. A VPC that needs more addresses takes another block under additionalIpv4Cidrs.",
  sources: [addressingFacts.subnetBlockWithinVpc],
  check(network, report) {
    const blocks = knownIpv4Blocks(network.vpc).map(({ cidr }) => cidr);
    for (const { ipv4 } of explicitIpv4Subnets(network)) {
      const { text, prefix } = ipv4.cidr;
      // A block of a length that is no subnet's at all is another rule's.
      if (!isAllowedLength(prefix.length, subnetIpv4Lengths)) continue;
      if (blocks.some((block) => contains(block.prefix, prefix))) continue;
      const known = blocks.map((block) => `"${block.text}"`).join(", ");
      report(ipv4.path, `block "${text}" is outside the VPC`, `take one within ${known}`);
    }
  },
};
