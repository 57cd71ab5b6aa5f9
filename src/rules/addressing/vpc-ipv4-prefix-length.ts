import { formatLengths, isAllowedLength, nearestLength, vpcIpv4Lengths } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { formatPrefix, networkOf } from "../../base/prefix.ts";
import { ipv4Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** AWS takes /16 to /28 for a VPC. */
export const vpcIpv4PrefixLength: Rule<"vpc-ipv4-prefix-length"> = {
  id: "vpc-ipv4-prefix-length",
  severity: "error",
  title: "A VPC's IPv4 blocks are /16 to /28.",
  why: "EC2 refuses a VPC block that is larger than /16 or smaller than /28. The limit holds for each block: a larger VPC takes several of them, under additionalIpv4Cidrs.",
  sources: [addressingFacts.vpcIpv4PrefixLengths],
  check(network, report) {
    for (const { path, cidr, length: size } of ipv4Blocks(network.vpc)) {
      if (isAllowedLength(size, vpcIpv4Lengths)) continue;
      const length = nearestLength(vpcIpv4Lengths, size);
      const known = cidr === null ? `of /${size}` : `"${cidr.text}"`;
      report(
        path,
        `VPC block ${known} is refused: AWS takes ${formatLengths(vpcIpv4Lengths)}`,
        cidr === null
          ? `write netmaskLength: ${length}`
          : `write "${formatPrefix(networkOf({ ...cidr.prefix, length }))}"`,
      );
    }
  },
};
