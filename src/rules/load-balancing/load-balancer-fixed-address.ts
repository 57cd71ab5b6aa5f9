import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Path } from "../../base/path.ts";
import type { LoadBalancer, SubnetMapping } from "../../model/types/load-balancing.ts";
import type { Rule } from "../rule.ts";

/** Which addresses a load balancer can be told. */
export const loadBalancerFixedAddress: Rule<"load-balancer-fixed-address"> = {
  id: "load-balancer-fixed-address",
  severity: "error",
  title: "A load balancer is told only addresses that it can have.",
  why: "The addresses of an application load balancer come and go with its load. An internet-facing network load balancer takes Elastic IPs, an internal one private IPv4 addresses, and only a dualstack one has IPv6 addresses. ELB refuses the others, and Terraform's plan does not know.",
  sources: [loadBalancingFacts.loadBalancerChosenAddresses],
  check({ loadBalancers }, report) {
    for (const balancer of loadBalancers) {
      if (balancer.type === "application" && balancer.mappings.length > 0) {
        const message = "an application load balancer takes no fixed addresses";
        const hint = "take it out, or put a network load balancer in front: its targets can be this one";
        report([...balancer.path, "subnetMappings"], message, hint);
        continue;
      }
      for (const mapping of balancer.mappings)
        for (const { key, message, hint } of wrongIn(balancer, mapping))
          report(at(mapping, key), message, hint);
    }
  },
};

interface Wrong {
  readonly key: "allocationId" | "ipv6Address" | "privateIpv4Address";
  readonly message: string;
  readonly hint: string;
}

function wrongIn({ internal, ipAddressType }: LoadBalancer, mapping: SubnetMapping): readonly Wrong[] {
  const wrong: readonly (Wrong & { readonly is: boolean })[] = [
    {
      key: "allocationId",
      is: internal,
      message: "an internal load balancer has no Elastic IP",
      hint: "write privateIpv4Address, or scheme: internet-facing",
    },
    {
      key: "privateIpv4Address",
      is: !internal,
      message: "an internet-facing load balancer takes no chosen private IPv4 address",
      hint: "write allocationId, or scheme: internal",
    },
    {
      key: "ipv6Address",
      is: ipAddressType === "ipv4",
      message: "an ipv4 load balancer has no IPv6 address",
      hint: "write ipAddressType: dualstack",
    },
  ];
  return wrong.filter(({ key, is }) => is && mapping[key] !== null);
}

function at({ path }: SubnetMapping, key: string): Path {
  return [...path, key];
}
