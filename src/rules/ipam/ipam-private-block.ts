import { ipamFacts } from "../../aws/facts/ipam.ts";
import { AMAZON_ULA, ULA } from "../../aws/well-known-prefixes.ts";
import { contains, overlaps, type Prefix } from "../../base/prefix.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** Private IPv6 space is ULA, or allowed. */
export const ipamPrivateBlock: Rule<"ipam-private-block"> = {
  id: "ipam-private-block",
  severity: "error",
  title:
    "A private IPv6 pool holds ULA of fd00::/8 without fd00::/16, or global addresses where those are allowed.",
  why: "Private IPv6 addresses are those that RFC 4193 keeps for it, without the part that Amazon uses itself. Global addresses of your own are taken as private ones only by an IPAM with enablePrivateGua, which is off by default.",
  sources: [ipamFacts.ipamPrivateIpv6],
  check({ ipam }, report) {
    if (ipam === null) return;
    for (const { path, cidr } of ipam.pools.flatMap(privateIpv6Blocks)) {
      if (overlaps(cidr.prefix, knownCidr(AMAZON_ULA).prefix)) {
        report(
          path,
          `"${cidr.text}" overlaps ${AMAZON_ULA}, which Amazon keeps`,
          "take another part of fd00::/8",
        );
      } else if (!isUla(cidr.prefix) && !ipam.enablePrivateGua) {
        report(
          path,
          `"${cidr.text}" is no ULA, and the IPAM takes no global addresses as private`,
          "write ipam.enablePrivateGua: true if the block is yours, or take a part of fd00::/8",
        );
      }
    }
  },
};

function isUla(prefix: Prefix): boolean {
  return contains(knownCidr(ULA).prefix, prefix);
}

function privateIpv6Blocks({ scope, family, cidrs }: IpamPool) {
  if (scope !== "private" || family !== "ipv6") return [];
  return cidrs.flatMap(({ path, block }) =>
    block.kind === "cidr" && block.cidr.prefix.family === "ipv6"
      ? [{ path: [...path, "cidr"], cidr: block.cidr }]
      : [],
  );
}
