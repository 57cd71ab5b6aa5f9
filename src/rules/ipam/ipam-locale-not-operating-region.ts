import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { Rule } from "../rule.ts";

/** A pool's locale is a region that the IPAM works in. */
export const ipamLocaleNotOperatingRegion: Rule<"ipam-locale-not-operating-region"> = {
  id: "ipam-locale-not-operating-region",
  severity: "error",
  title: "The locale of an IPAM pool is one of the IPAM's operating regions.",
  why: "An IPAM manages addresses in its operating regions only, and EC2 refuses a pool for any other region. Left out, operatingRegions is the blueprint's own region alone.",
  sources: [ipamFacts.ipamLocaleIsOperatingRegion],
  check({ ipam }, report) {
    for (const { name, path, locale, writtenKeys } of ipam?.pools ?? []) {
      // A locale that comes from the source pool is reported there.
      if (locale === null || !writtenKeys.includes("locale") || ipam?.operatingRegions.includes(locale))
        continue;
      report(
        [...path, "locale"],
        `pool "${name}" is for ${locale}, which is no operating region of the IPAM`,
        `add ${locale} to ipam.operatingRegions`,
      );
    }
  },
};
