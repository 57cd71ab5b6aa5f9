import { ipamFacts } from "../../aws/facts/ipam.ts";
import { familyName } from "../../base/family-name.ts";
import { poolNamed, poolsOfVpc } from "../../model/addressing/ipam/ipam-lookup.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Report, Rule } from "../rule.ts";

/** Pools and what is in them are of one family and one scope. */
export const ipamPoolFamily: Rule<"ipam-pool-family"> = {
  id: "ipam-pool-family",
  severity: "error",
  title: "An IPAM pool, its source, its blocks and its takers are of one address family, and of one scope.",
  why: "A pool divides blocks of its source, so it can be of no other family and in no other scope; left out, both follow from the source. A VPC's IPv6 block comes from an IPv6 pool, its IPv4 block from an IPv4 pool. EC2 refuses everything else.",
  sources: [ipamFacts.ipamOneFamily],
  check(network, report) {
    for (const { path, pool, family } of poolsOfVpc(network)) {
      if (pool.family === family) continue;
      const message = `pool "${pool.name}" holds ${familyName(pool.family)} blocks`;
      report(path, message, `take an ${familyName(family)} pool`);
    }
    for (const pool of network.ipam?.pools ?? []) {
      compareWithSource(pool, poolNamed(network, pool.source), report);
      for (const { path, block } of pool.cidrs) {
        if (block.kind === "netmask-length" || block.cidr.prefix.family === pool.family) continue;
        const message = `block "${block.cidr.text}" is not of the ${pool.family} pool "${pool.name}"`;
        report(path, message, `write addressFamily: ${block.cidr.prefix.family}, or another block`);
      }
    }
  },
};

function compareWithSource(
  { name, path, family, scope }: IpamPool,
  source: IpamPool | null,
  report: Report,
): void {
  if (source !== null && source.family !== family) {
    const message = `pool "${name}" is ${family}, its source "${source.name}" ${source.family}`;
    report([...path, "addressFamily"], message, "remove addressFamily: it follows from the source");
  }
  if (source !== null && source.scope !== scope) {
    const message = `pool "${name}" is ${scope}, its source "${source.name}" ${source.scope}`;
    report([...path, "scope"], message, "remove scope: it follows from the source");
  }
}
