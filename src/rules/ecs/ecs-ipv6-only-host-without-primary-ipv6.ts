import { ecsFacts } from "../../aws/facts/ecs.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** Container instances of the IPv6-only mode have a primary IPv6 address. */
export const ecsIpv6OnlyHostWithoutPrimaryIpv6: Rule<"ecs-ipv6-only-host-without-primary-ipv6"> = {
  id: "ecs-ipv6-only-host-without-primary-ipv6",
  severity: "error",
  title: "Hosts of services in IPv6-only tiers have a primary IPv6 address.",
  why: "The IPv6-only mode on EC2 has two conditions for the container instance: an ECS agent of 1.99.1 or newer, which today's ECS-optimised images have, and a primary IPv6 address, which is off by default. A primary address cannot be taken back; new hosts come with the next instance refresh.",
  sources: [ecsFacts.ecsIpv6OnlyContainerInstances],
  check(network, report) {
    for (const { service, ipv6OnlyTier, hosts } of ipv6OnlyServices(network)) {
      if (hosts === null || hosts.host.enablePrimaryIpv6) continue;
      report(
        [...hosts.host.path, "enablePrimaryIpv6"],
        `hosts of auto scaling group "${hosts.name}" have no primary IPv6 address, but service "${service.name}" runs on them in IPv6-only tier "${ipv6OnlyTier.name}"`,
        "write enablePrimaryIpv6: true",
      );
    }
  },
};
