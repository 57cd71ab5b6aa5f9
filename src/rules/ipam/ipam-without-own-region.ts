import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { Rule } from "../rule.ts";

/** An IPAM works where it is made. */
export const ipamWithoutOwnRegion: Rule<"ipam-without-own-region"> = {
  id: "ipam-without-own-region",
  severity: "error",
  title: "The operating regions of an IPAM contain the blueprint's own region.",
  why: "An IPAM is made in the blueprint's region, its home region, and EC2 wants that one among its operating regions. Terraform finds out at apply.",
  sources: [ipamFacts.ipamOperatesInItsOwnRegion],
  check({ ipam, region }, report) {
    if (ipam === null || ipam.operatingRegions.includes(region)) return;
    report(
      [...ipam.path, "operatingRegions"],
      `the IPAM is made in ${region}, which is none of its operating regions`,
      `add ${region}`,
    );
  },
};
