import { vpcEndpointFacts } from "../../aws/facts/vpc-endpoints.ts";
import { tierOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Only IPv4 endpoints keep the client's address. */
export const instanceConnectEndpointClientIp: Rule<"instance-connect-endpoint-client-ip"> = {
  id: "instance-connect-endpoint-client-ip",
  severity: "error",
  title: "Only an EC2 Instance Connect endpoint of the type ipv4 preserves the client's address.",
  why: "An EC2 Instance Connect endpoint can preserve the client's address only when its address type is ipv4. Where ipAddressType is left out, AWS takes the type of the subnet: dualstack in a dual-stack tier, ipv6 in an IPv6-only one. In an IPv6-only tier EC2 refuses preserveClientIp; in a dual-stack one it may do so too unless ipAddressType is ipv4. Without it hosts see the endpoint's own address, which its security group stands for.",
  sources: [
    vpcEndpointFacts.clientIpOnIpv4EndpointsOnly,
    vpcEndpointFacts.instanceConnectEndpointTypeFollowsSubnet,
  ],
  check(network, report) {
    for (const {
      name,
      path,
      tier: tierName,
      ipAddressType,
      preserveClientIp,
    } of network.instanceConnectEndpoints) {
      const tier = tierOf(network, tierName);
      if (!preserveClientIp || ipAddressType === "ipv4") continue;
      if (ipAddressType === null && tier.addressing !== "ipv6-only") continue;
      const why =
        ipAddressType === null ? `tier "${tier.name}" is IPv6-only` : `it is of type ${ipAddressType}`;
      report(
        [...path, "preserveClientIp"],
        `EC2 Instance Connect endpoint "${name}" cannot preserve the client's address: ${why}`,
        "remove preserveClientIp, and let hosts take SSH from the endpoint's security group",
      );
    }
  },
};
