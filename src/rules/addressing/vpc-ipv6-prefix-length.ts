import { formatLengths, isAllowedLength, vpcIpv6Lengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { cidrOfBlock } from "../../model/addressing/written-cidrs.ts";
import type { Rule } from "../rule.ts";

/** AWS takes every fourth length from /44 to /60 for a VPC's IPv6 block. */
export const vpcIpv6PrefixLength: Rule<"vpc-ipv6-prefix-length"> = {
  id: "vpc-ipv6-prefix-length",
  severity: "error",
  title: "A VPC's IPv6 blocks are /44 to /60 in steps of 4.",
  why: "EC2 and the provider refuse any other length, be the block from an IPAM pool or your own. The block that Amazon provides is always a /56.",
  sources: [
    addressingFacts.vpcIpv6PrefixLengths,
    addressingFacts.ipamNetmaskLengths,
    addressingFacts.amazonProvidedBlockIs56,
  ],
  check(network, report) {
    for (const block of ipv6Blocks(network.vpc)) {
      if (isAllowedLength(block.length, vpcIpv6Lengths)) continue;
      // Without a block that is written, the length is what IPAM is asked for: Amazon's own is always allowed.
      const [written] = cidrOfBlock(block);
      report(
        written?.path ?? [...block.path, "ipam", "netmaskLength"],
        `an IPv6 block of /${block.length} is refused: AWS takes ${formatLengths(vpcIpv6Lengths)} for a VPC`,
        "write a /56, or a /52 or /48 for more than 256 subnets",
      );
    }
  },
};
