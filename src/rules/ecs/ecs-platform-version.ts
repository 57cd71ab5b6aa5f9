import { ecsFacts } from "../../aws/facts/ecs.ts";
import { isEarlierVersion } from "../../base/is-earlier-version.ts";
import { placedServices } from "../../model/ecs/ecs-lookup.ts";
import { tiersWithIpv6 } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** The first platform version of Fargate with IPv6; `LATEST` is newer. */
const FIRST = "1.4.0";

/** IPv6 on Fargate begins with a platform version. */
export const ecsPlatformVersion: Rule<"ecs-platform-version"> = {
  id: "ecs-platform-version",
  severity: "error",
  title: "Linux tasks on Fargate in tiers with IPv6 have platform version 1.4.0 or newer.",
  why: "Older platform versions give a task no IPv6 address, and in an IPv6-only tier the task cannot start. LATEST, the default, is newer. Windows tasks have platform versions of their own.",
  sources: [ecsFacts.fargateIpv6PlatformVersion],
  check(network, report) {
    for (const { service, task, tiers } of placedServices(network)) {
      const { capacity, name } = service;
      const [tier] = tiersWithIpv6(tiers);
      if (capacity.kind === "ec2" || tier === undefined || task.operatingSystemFamily !== "LINUX") continue;
      if (!isEarlierVersion(capacity.platformVersion, FIRST)) continue;
      report(
        [...capacity.path, "platformVersion"],
        `platform version ${capacity.platformVersion} of service "${name}" has no IPv6, which tier "${tier.name}" is for`,
        `leave it out, or write ${FIRST}`,
      );
    }
  },
};
