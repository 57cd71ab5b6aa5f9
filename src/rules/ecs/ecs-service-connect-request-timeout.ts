import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { connectedServices } from "../../model/ecs/service-connect-lookup.ts";
import type { Rule } from "../rule.ts";

/** TCP has no requests. */
export const ecsServiceConnectRequestTimeout: Rule<"ecs-service-connect-request-timeout"> = {
  id: "ecs-service-connect-request-timeout",
  severity: "error",
  title: "A timeout for requests stands where Service Connect knows requests.",
  why: "Of a port without appProtocol the proxy knows connections alone: ECS takes perRequestTimeoutSeconds with http, http2 and grpc.",
  sources: [serviceConnectFacts.serviceConnectRequestTimeout],
  check(network, report) {
    for (const { connect } of connectedServices(network)) {
      for (const { path, port, timeout } of connect.endpoints) {
        if (timeout.perRequestTimeoutSeconds === null || port.appProtocol !== null) continue;
        report(
          [...path, "timeout", "perRequestTimeoutSeconds"],
          `port "${port.name}" has no appProtocol, and TCP has no requests`,
          `write appProtocol for port "${port.name}" of the container, or idleTimeoutSeconds here`,
        );
      }
    }
  },
};
