import { ecsFacts } from "../../aws/facts/ecs.ts";
import { serviceConnectFacts } from "../../aws/facts/service-connect.ts";
import { familyName } from "../../base/family-name.ts";
import { connectedServices, familiesOf } from "../../model/ecs/service-connect-lookup.ts";
import type { Rule } from "../rule.ts";

/** Two proxies meet in a family. */
export const ecsServiceConnectNoCommonFamily: Rule<"ecs-service-connect-no-common-family"> = {
  id: "ecs-service-connect-no-common-family",
  severity: "error",
  title: "A service and those that it calls have addresses of one family.",
  why: "The proxies of Service Connect connect from task to task, and translate nothing. A task in an IPv6-only tier has no IPv4, one in an IPv4-only tier no IPv6: between the two no packet passes. A dual-stack tier reaches both.",
  sources: [ecsFacts.ecsIpv6OnlyMode, serviceConnectFacts.serviceConnectProxyCallsTasks],
  check(network, report) {
    const services = connectedServices(network);
    for (const caller of services) {
      const own = familiesOf(caller);
      for (const call of caller.connect.calls) {
        const called = services.find(({ service }) => service.name === call.service);
        if (called === undefined || familiesOf(called).some((family) => own.includes(family))) continue;
        report(
          call.path,
          `service "${call.service}" has ${familiesOf(called).map(familyName).join(" and ")} addresses alone, and "${caller.service.name}" has none of these`,
          "put one of the two into a dual-stack tier",
        );
      }
    }
  },
};
