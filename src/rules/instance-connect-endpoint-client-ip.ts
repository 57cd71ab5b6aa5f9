import { vpcEndpointFacts } from "../aws/facts-vpc-endpoints.ts";
import { tierOf } from "../model/lookup.ts";
import type { Rule } from "./rule.ts";

/** Only IPv4 endpoints keep the client's address. */
export const instanceConnectEndpointClientIp: Rule = {
  id: "instance-connect-endpoint-client-ip",
  severity: "error",
  title: "An EC2 Instance Connect endpoint in an IPv6-only tier does not preserve the client's address.",
  why: "An EC2 Instance Connect endpoint can preserve the client's address only when its address type is ipv4. AWS provider 5.100 has no argument for the type, and AWS takes that of the subnet: dualstack in a dual-stack tier, ipv6 in an IPv6-only one. In an IPv6-only tier EC2 refuses preserveClientIp; in a dual-stack one it may do so too. Without it hosts see the endpoint's own address, which its security group stands for.",
  sources: [
    vpcEndpointFacts.clientIpOnIpv4EndpointsOnly,
    vpcEndpointFacts.instanceConnectEndpointTypeFollowsSubnet,
  ],
  check(network, report) {
    for (const { name, path, tier: tierName, preserveClientIp } of network.instanceConnectEndpoints) {
      const tier = tierOf(network, tierName);
      if (!preserveClientIp || tier.addressing !== "ipv6-only") continue;
      report(
        [...path, "preserveClientIp"],
        `EC2 Instance Connect endpoint "${name}" cannot preserve the client's address: tier "${tier.name}" is IPv6-only`,
        "remove preserveClientIp, and let hosts take SSH from the endpoint's security group",
      );
    }
  },
};
