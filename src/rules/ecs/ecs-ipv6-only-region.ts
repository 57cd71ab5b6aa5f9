import { ECS_IPV6_ONLY_REGIONS } from "../../aws/ecs-ipv6-only-regions.ts";
import { ecsFacts } from "../../aws/facts/ecs.ts";
import { ipv6OnlyServices } from "../../model/ecs/ecs-lookup.ts";
import type { Rule } from "../rule.ts";

/** ECS's IPv6-only mode is not in every region. */
export const ecsIpv6OnlyRegion: Rule<"ecs-ipv6-only-region"> = {
  id: "ecs-ipv6-only-region",
  severity: "warning",
  title: "Services in IPv6-only tiers run in a region that ECS names for its IPv6-only mode.",
  why: "ECS runs tasks without IPv4 in the regions that its guide lists, and says nothing of others: in Europe those of Frankfurt, London, Milan, Paris and Spain. The list may have grown since. Elsewhere a dual-stack tier does.",
  sources: [ecsFacts.ecsIpv6OnlyRegions, ecsFacts.ecsIpv6OnlyMode],
  check(network, report) {
    const names = ipv6OnlyServices(network).map(({ service }) => `"${service.name}"`);
    if (names.length === 0 || ECS_IPV6_ONLY_REGIONS.includes(network.region)) return;
    report(
      ["region"],
      `ECS does not name ${network.region} for its IPv6-only mode, in which ${names.join(", ")} would run`,
      "take another region, or dual-stack tiers; accept this when AWS's list has the region today",
    );
  },
};
