import type { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import {
  VpcEndpointService,
  type VpcEndpointServiceConfig,
} from "@cdktf/provider-aws/lib/vpc-endpoint-service/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type LoadBalancingMade, type Made, resourceFor } from "../resources.ts";

/** Makes the endpoint services. */
export function addVpcEndpointServices(
  scope: Construct,
  network: Network,
  made: Pick<LoadBalancingMade, "loadBalancers">,
  gateways: Made<Lb>,
): void {
  for (const service of network.vpcEndpointServices) {
    const { supportedIpAddressTypes, acceptanceRequired, allowedPrincipals, supportedRegions } = service;
    new VpcEndpointService(scope, terraformAddress("aws_vpc_endpoint_service", service.name), {
      ...balancerArguments(service.loadBalancers, made.loadBalancers, gateways),
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

/** Terraform has an argument for each kind, and all of a service are of one. */
function balancerArguments(
  names: readonly string[],
  network: Made<Lb>,
  gateways: Made<Lb>,
): Partial<VpcEndpointServiceConfig> {
  const isGateway = names.some((name) => gateways.has(name));
  const arns = names.map((name) => resourceFor(isGateway ? gateways : network, name).arn);
  return isGateway ? { gatewayLoadBalancerArns: arns } : { networkLoadBalancerArns: arns };
}
