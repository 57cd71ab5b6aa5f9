import { computeFacts } from "../../aws/facts/compute.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** Where there is no IPv4 there is no public IPv4 address. */
export const ecsPublicIpInIpv6OnlyTier: Rule<"ecs-public-ip-in-ipv6-only-tier"> = {
  id: "ecs-public-ip-in-ipv6-only-tier",
  severity: "warning",
  title: "Fargate tasks in IPv6-only tiers ask for no public IPv4 address.",
  why: "A public address here is an IPv4 address, and an IPv6-only subnet has none to give: the tasks get none, or do not start. Their IPv6 addresses are public as they are; routes and security groups decide who reaches them.",
  sources: [computeFacts.associatePublicIpIsIpv4],
  check(network, report) {
    for (const { service, ipv6OnlyTier } of ipv6OnlyServices(network)) {
      // Tasks on EC2 get none anywhere, which is another finding.
      if (!service.assignPublicIp || service.capacity.kind === "ec2") continue;
      report(
        [...service.path, "assignPublicIp"],
        `service "${service.name}" asks for public IPv4 addresses, but stands in IPv6-only tier "${ipv6OnlyTier.name}"`,
        "remove assignPublicIp",
      );
    }
  },
};
