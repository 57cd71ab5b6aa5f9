import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { Rule } from "../rule.ts";

/** Amazon's blocks belong to a region. */
export const ipamAmazonBlockWithoutLocale: Rule<"ipam-amazon-block-without-locale"> = {
  id: "ipam-amazon-block-without-locale",
  severity: "error",
  title: "An IPAM pool with a block of Amazon's has a locale.",
  why: "Amazon gives IPv6 ranges out of each region's own space, so IPAM provisions one only to a pool with a locale. An own range is different: its pool of the first level has none, and pools below it divide it among the regions.",
  sources: [ipamFacts.ipamAmazonBlockNeedsLocale],
  check({ ipam, region }, report) {
    for (const { name, path, family, publicIpSource, locale, source, cidrs } of ipam?.pools ?? []) {
      const isAmazons = family === "ipv6" && publicIpSource === "amazon" && source === null;
      if (!isAmazons || locale !== null || cidrs.length === 0) continue;
      report(
        [...path, "publicIpSource"],
        `pool "${name}" gets a block of Amazon's and has no locale`,
        `add locale: ${region}`,
      );
    }
  },
};
