import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Tier } from "../../model/types/subnets.ts";
import type { EndpointAddressType } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

const needs: Readonly<Record<EndpointAddressType, readonly Tier["addressing"][]>> = {
  ipv4: ["ipv4-only", "dual-stack"],
  dualstack: ["dual-stack"],
  ipv6: ["ipv6-only", "dual-stack"],
};

/** An endpoint has no addresses that its subnet has not. */
export const instanceConnectEndpointAddressType: Rule<"instance-connect-endpoint-address-type"> = {
  id: "instance-connect-endpoint-address-type",
  severity: "error",
  title: "An EC2 Instance Connect endpoint stands in a tier with the families of its address type.",
  why: "The endpoint is a network interface in the subnet: an endpoint of the type dualstack needs a subnet with both families, one of the type ipv4 or ipv6 a subnet with that family. EC2 refuses the others.",
  sources: [vpcEndpointFacts.instanceConnectEndpointTypeFollowsSubnet],
  check(network, report) {
    for (const { name, path, tier: tierName, ipAddressType } of network.instanceConnectEndpoints) {
      const { addressing } = tierOf(network, tierName);
      if (ipAddressType === null || needs[ipAddressType].includes(addressing)) continue;
      report(
        [...path, "ipAddressType"],
        `EC2 Instance Connect endpoint "${name}" is of type ${ipAddressType}, and tier "${tierName}" is ${addressing}`,
        `remove ipAddressType: AWS takes what the tier has, or put the endpoint into another tier`,
      );
    }
  },
};
