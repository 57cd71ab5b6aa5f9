import { reachabilityFacts } from "../../aws/facts/reachability.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { tierOf } from "../../model/lookup.ts";
import { nat64Ways } from "../../model/routing/nat64-ways.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** Who translates speaks both. */
export const nat64InstanceInWrongTier: Rule<"nat64-instance-in-wrong-tier"> = {
  id: "nat64-instance-in-wrong-tier",
  severity: "error",
  title: "An instance that translates IPv6 to IPv4 stands in a dual-stack tier.",
  why: "Packets to 64:ff9b::/96 come to it by IPv6 and go on by IPv4 from its own address. In an IPv6-only tier it has no address to send from; in an IPv4-only one nothing that is IPv6 reaches it, nor do answers find their way back.",
  sources: [routingFacts.nat64ByInstance, reachabilityFacts.noRouteNoWay],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { instance } of nat64Ways(network)) {
      const { addressing, name } = tierOf(network, instance.tier);
      if (hasFamily(addressing, "ipv4") && hasFamily(addressing, "ipv6")) continue;
      tell(
        [...instance.path, "subnet"],
        `instance "${instance.name}" translates IPv6 to IPv4, and stands in tier "${name}", which is ${addressing}`,
        "put it in a tier with addressing: dual-stack",
      );
    }
  },
};
