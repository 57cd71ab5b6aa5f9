import { addressingFacts } from "../../aws/facts/addressing.ts";
import { atKey } from "../../base/diagnostic.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import type { IpamPoolReference } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

/** A block from IPAM is asked for by its size or by its address. */
export const ipamSizeOrCidr: Rule<"ipam-size-or-cidr"> = {
  id: "ipam-size-or-cidr",
  severity: "error",
  title: "A block from an IPAM pool has either a netmaskLength or a cidr.",
  why: "The provider refuses both at once: they say the same thing twice. Without either, the pool's own default would decide, if it has one, and the subnets cannot be laid out before their VPC's size is known.",
  sources: [addressingFacts.ipamSizeOrCidr],
  check(network, report) {
    for (const { path, source } of ipv6Blocks(network.vpc)) {
      if (source.kind !== "ipam") continue;
      if (source.netmaskLength !== null && source.cidr !== null) {
        report(
          [...path, "ipam", "netmaskLength"],
          `netmaskLength ${source.netmaskLength} stands beside cidr "${source.cidr.text}"`,
          "remove netmaskLength: the cidr has its length in it",
        );
      }
      if (source.netmaskLength === null && source.cidr === null) {
        report(
          atKey([...path, "ipam"]),
          `nothing says how large the block from pool "${poolText(source.pool)}" is`,
          "add netmaskLength: 56",
        );
      }
    }
  },
};

function poolText(pool: IpamPoolReference): string {
  return pool.kind === "name" ? pool.name : pool.id;
}
