import { ipamFacts } from "../../aws/facts/ipam.ts";
import type { IpamPool } from "../../model/types/ipam.ts";
import type { Rule } from "../rule.ts";

/** Settings of public addresses stand at public addresses. */
export const ipamPublicSettingsMisplaced: Rule<"ipam-public-settings-misplaced"> = {
  id: "ipam-public-settings-misplaced",
  severity: "error",
  title: "An IPAM pool says publicIpSource and publiclyAdvertisable only where AWS takes them.",
  why: "Whose the addresses are is asked of pools in the public scope. Whether they may be advertised is asked only of IPv6 addresses of one's own: Amazon's always are, private ones never. EC2 refuses a pool that says more.",
  sources: [ipamFacts.ipamPubliclyAdvertisable],
  check({ ipam }, report) {
    for (const pool of ipam?.pools ?? []) {
      const { name, path, scope, writtenKeys } = pool;
      if (scope === "private" && writtenKeys.includes("publicIpSource")) {
        report(
          [...path, "publicIpSource"],
          `pool "${name}" is private: nobody is asked for its addresses`,
          "remove publicIpSource, or write scope: public",
        );
      }
      if (!writtenKeys.includes("publiclyAdvertisable") || pool.publiclyAdvertisable !== null) continue;
      report(
        [...path, "publiclyAdvertisable"],
        `pool "${name}" holds ${addressesOf(pool)}, for which AWS takes no publiclyAdvertisable`,
        "remove publiclyAdvertisable: it is for IPv6 addresses of your own",
      );
    }
  },
};

/** What cannot be advertised: everything but public IPv6 addresses of one's own. */
function addressesOf({ scope, publicIpSource }: IpamPool): string {
  if (scope === "private") return "private addresses";
  return publicIpSource === "amazon" ? "addresses of Amazon's" : "IPv4 addresses";
}
