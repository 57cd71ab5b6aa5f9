import { VpcEndpointService } from "@cdktf/provider-aws/lib/vpc-endpoint-service/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type LoadBalancingMade, resourceFor } from "../resources.ts";

/** Makes the endpoint services. */
export function addVpcEndpointServices(
  scope: Construct,
  network: Network,
  made: Pick<LoadBalancingMade, "loadBalancers">,
): void {
  for (const service of network.vpcEndpointServices) {
    const { supportedIpAddressTypes, acceptanceRequired, allowedPrincipals, supportedRegions } = service;
    new VpcEndpointService(scope, terraformAddress("aws_vpc_endpoint_service", service.name), {
      networkLoadBalancerArns: service.loadBalancers.map((name) => resourceFor(made.loadBalancers, name).arn),
      supportedIpAddressTypes: [...supportedIpAddressTypes],
      acceptanceRequired,
      tags: withNameTag(service.displayName, service.tags),
      // None at all is said too: what is left out the provider takes for what it need not change.
      allowedPrincipals: [...allowedPrincipals],
      ...omitNull({
        supportedRegions: supportedRegions.length === 0 ? null : [...supportedRegions],
        privateDnsName: service.privateDnsName,
      }),
    });
  }
}
