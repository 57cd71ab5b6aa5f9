import { transitFacts } from "../../aws/facts/transit.ts";
import { overlaps } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { cidrOfBlock } from "../../model/addressing/written-cidrs.ts";
import type { Rule } from "../rule.ts";

/** The IPv6 blocks of a VPC lie apart. */
export const vpcIpv6BlocksOverlap: Rule<"vpc-ipv6-blocks-overlap"> = {
  id: "vpc-ipv6-blocks-overlap",
  severity: "warning",
  title: "The IPv6 blocks of a VPC do not overlap.",
  why: "A pool gives each address once, and a VPC routes each address to one place. A block that shares addresses with one that the VPC has is a mistake, and EC2 is expected to refuse it.",
  sources: [transitFacts.vpcIpv6BlocksMustNotOverlap],
  check(network, report) {
    const written = ipv6Blocks(network.vpc).flatMap(cidrOfBlock);
    for (const [index, { path, cidr }] of written.entries()) {
      const other = written.slice(0, index).find((before) => overlaps(before.cidr.prefix, cidr.prefix));
      if (other === undefined) continue;
      report(path, `IPv6 block "${cidr.text}" overlaps "${other.cidr.text}"`, "take a block that lies apart");
    }
  },
};
