import { addressingFacts } from "../../aws/facts/addressing.ts";
import { contains, formatPrefix, overlaps, type Prefix } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { knownIpv4Blocks } from "../../model/addressing/vpc.ts";
import type { Rule } from "../rule.ts";

/** Ranges that a VPC has only from its first block on. */
const EXCLUSIVE = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.19.0.0/16");

/** With a first block of the former, none of the latter joins it: AWS needs these for its own services. */
const KEPT = [
  { first: blocks("10.0.0.0/15"), refused: blocks("10.0.0.0/16") },
  { first: blocks("172.16.0.0/12"), refused: blocks("172.31.0.0/16") },
];

/** This network, loopback, link-local and multicast. What EC2 does with 240.0.0.0/4 is not known. */
const NEVER_ROUTED = blocks("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4");

/** Private ranges do not mix in one VPC. */
export const vpcIpv4BlockRestricted: Rule<"vpc-ipv4-block-restricted"> = {
  id: "vpc-ipv4-block-restricted",
  severity: "error",
  title: "A private IPv4 block joins a VPC whose first block is of the same range, and no block is reserved.",
  why: "EC2 refuses to associate a block of another private range than that of the VPC's first block: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 and 198.19.0.0/16 exclude each other. With a first block of 10.0.0.0/15 none of 10.0.0.0/16 can be added, and with one of 172.16.0.0/12 none of 172.31.0.0/16. Blocks of 100.64.0.0/10 join any. Loopback, link-local and multicast addresses are those of no network.",
  sources: [addressingFacts.vpcIpv4BlockRestrictions, addressingFacts.ipv4BlocksThatNothingRoutes],
  check({ vpc }, report) {
    for (const { path, cidr } of knownIpv4Blocks(vpc)) {
      if (!NEVER_ROUTED.some((range) => overlaps(range, cidr.prefix))) continue;
      report(path, `VPC block "${cidr.text}" is reserved`, 'take a private block, such as "10.20.0.0/16"');
    }
    const [first, ...added] = knownIpv4Blocks(vpc);
    // Which range a pool's block is of is known after apply.
    if (first === undefined || vpc.ipv4.cidr === null) return;
    const own = rangeOf(first.cidr.prefix);
    for (const { path, cidr } of added) {
      const range = rangeOf(cidr.prefix);
      const kept = keptRange(first.cidr.prefix, cidr.prefix);
      if (range !== null && range !== own)
        report(
          path,
          `VPC block "${cidr.text}" is of another private range than the VPC's first block "${first.cidr.text}"`,
          "take a block of the same range, or of 100.64.0.0/10",
        );
      else if (kept !== null)
        report(
          path,
          `VPC block "${cidr.text}" is of ${formatPrefix(kept)}, of which EC2 adds none to a VPC whose first block is "${first.cidr.text}"`,
          "take another block of the same range, or of 100.64.0.0/10",
        );
    }
  },
};

function rangeOf(prefix: Prefix): Prefix | null {
  return EXCLUSIVE.find((range) => contains(range, prefix)) ?? null;
}

/** The range kept from a VPC with such a first block that the added block is of; null when it may be added. */
function keptRange(first: Prefix, added: Prefix): Prefix | null {
  const known = KEPT.find((one) => one.first.some((range) => contains(range, first)));
  return known?.refused.find((range) => contains(range, added)) ?? null;
}

function blocks(...texts: readonly string[]): readonly Prefix[] {
  return texts.map((text) => knownCidr(text).prefix);
}
