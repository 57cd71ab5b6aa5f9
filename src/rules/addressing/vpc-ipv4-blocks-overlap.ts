import { addressingFacts } from "../../aws/facts/addressing.ts";
import { overlaps } from "../../base/prefix.ts";
import { knownIpv4Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** The blocks of a VPC do not overlap. */
export const vpcIpv4BlocksOverlap: Rule<"vpc-ipv4-blocks-overlap"> = {
  id: "vpc-ipv4-blocks-overlap",
  severity: "error",
  title: "A VPC's IPv4 blocks do not overlap.",
  why: "EC2 refuses to associate a block that overlaps one the VPC has already.",
  sources: [addressingFacts.vpcIpv4BlocksMustNotOverlap],
  check({ vpc }, report) {
    const blocks = knownIpv4Blocks(vpc);
    blocks.forEach(({ path, cidr }, index) => {
      const other = blocks.slice(0, index).find((earlier) => overlaps(earlier.cidr.prefix, cidr.prefix));
      if (other === undefined) return;
      report(path, `VPC block "${cidr.text}" overlaps VPC block "${other.cidr.text}"`);
    });
  },
};
