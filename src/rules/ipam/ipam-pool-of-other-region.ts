import { ipamFacts } from "../../aws/facts/ipam.ts";
import { poolsOfVpc } from "../../model/addressing/ipam/ipam-lookup.ts";
import type { Rule } from "../rule.ts";

/** A VPC takes its block from a pool of its own region. */
export const ipamPoolOfOtherRegion: Rule<"ipam-pool-of-other-region"> = {
  id: "ipam-pool-of-other-region",
  severity: "error",
  title: "A VPC takes its blocks from an IPAM pool whose locale is its own region.",
  why: "A pool with a locale hands out blocks in that region only: a block is announced where it is used. EC2 refuses to make the VPC. One pool of the first level can have a pool for each region below it.",
  sources: [ipamFacts.ipamOnlyOfItsLocale],
  check(network, report) {
    for (const { path, pool } of poolsOfVpc(network)) {
      if (pool.locale === null || pool.locale === network.region) continue;
      report(
        path,
        `pool "${pool.name}" is for ${pool.locale}, the VPC stands in ${network.region}`,
        `take a pool with locale: ${network.region}`,
      );
    }
  },
};
