import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { isEarlierVersion } from "../../base/is-earlier-version.ts";
import { connectedServices } from "../../model/ecs/service-connect-lookup.ts";
import type { Rule } from "../rule.ts";

/** The first platform version of Fargate with Service Connect; `LATEST` is newer. */
const FIRST = "1.4.0";

/** Older platform versions have no proxy. */
export const ecsServiceConnectPlatformVersion: Rule<"ecs-service-connect-platform-version"> = {
  id: "ecs-service-connect-platform-version",
  severity: "error",
  title: "Tasks of Service Connect on Fargate have platform version 1.4.0 or newer.",
  why: "The proxy of Service Connect needs platform version 1.4.0. LATEST, the default, is newer.",
  sources: [serviceConnectFacts.serviceConnectPlatformVersion],
  yieldsTo: ["ecs-platform-version"],
  check(network, report) {
    for (const { service, task, connect } of connectedServices(network)) {
      const { capacity, name } = service;
      if (capacity.kind === "ec2" || task.operatingSystemFamily !== "LINUX") continue;
      if (!isEarlierVersion(capacity.platformVersion, FIRST)) continue;
      report(
        [...capacity.path, "platformVersion"],
        `platform version ${capacity.platformVersion} of service "${name}" has no Service Connect, but it is in namespace "${connect.namespace}"`,
        `leave it out, or write ${FIRST}`,
      );
    }
  },
};
