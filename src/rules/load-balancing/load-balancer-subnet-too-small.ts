import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { freeIpv4Addresses } from "../../model/addressing/free-addresses.ts";
import { subnetOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** The smallest subnet of a load balancer, as a prefix length. */
const SMALLEST = 27;
/** Free addresses that each subnet needs. */
const FREE = 8;

/** A load balancer needs room to grow. */
export const loadBalancerSubnetTooSmall: Rule<"load-balancer-subnet-too-small"> = {
  id: "load-balancer-subnet-too-small",
  severity: "warning",
  title: "The subnets of an application load balancer are /27 or larger, with eight free addresses.",
  why: "An application load balancer adds nodes as traffic grows, each with an address in the subnet. In a smaller subnet it starts and then cannot grow, and with fewer than eight free addresses it is refused. addressPlan.ipv4PrefixLength says how large subnets are, ipv4Cidrs does for one tier.",
  sources: [loadBalancingFacts.applicationLoadBalancerSubnetSize],
  check(network, report) {
    for (const { name, path, type, subnets } of network.loadBalancers) {
      if (type !== "application") continue;
      // The subnets of a tier are alike: one stands for all.
      const found = subnets.map((id) => tooSmall(network, id)).find((one) => one !== null) ?? null;
      if (found === null) continue;
      report(
        [...path, "subnets"],
        `load balancer "${name}" stands in subnet ${found.id}, ${found.cidr} with ${found.free} free addresses`,
        "give its tier subnets of /27 or larger",
      );
    }
  },
};

function tooSmall(network: Network, id: SubnetId) {
  const ipv4 = subnetOf(network, id)?.ipv4 ?? null;
  const free = freeIpv4Addresses(network, id);
  if (ipv4 === null || free === null) return null;
  const cidr = ipv4.cidr?.text ?? `a /${ipv4.length}`;
  return ipv4.length <= SMALLEST && free >= FREE ? null : { id, cidr, free };
}
