import { VpcEndpoint, type VpcEndpointConfig } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { EndpointServiceReference } from "../../model/types/inspection.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { type InspectionMade, type NetworkMade, resourceFor } from "../resources.ts";

/** Makes the Gateway Load Balancer endpoints: AWS takes one subnet for each. */
export function addInspectionEndpoints(
  scope: Construct,
  network: Network,
  { vpc, subnets }: Pick<NetworkMade, "vpc" | "subnets">,
): Pick<InspectionMade, "inspectionEndpoints"> {
  const made = network.gatewayLoadBalancerEndpoints.flatMap(({ service, ipAddressType, endpoints, tags }) =>
    endpoints.map(
      ({ id, displayName, subnet }) =>
        [
          id,
          new VpcEndpoint(scope, terraformAddress("aws_vpc_endpoint", id), {
            vpcId: vpc.id,
            vpcEndpointType: "GatewayLoadBalancer",
            ...serviceArguments(service),
            ipAddressType,
            subnetIds: [resourceFor(subnets, subnet).id],
            tags: withNameTag(displayName, tags),
          }),
        ] as const,
    ),
  );
  return { inspectionEndpoints: new Map(made) };
}

/** A service of the blueprint is made later, behind the load balancers: it is referred to by its address. */
function serviceArguments(
  service: EndpointServiceReference,
): Pick<VpcEndpointConfig, "serviceName" | "autoAccept"> {
  if (service.kind === "named") return { serviceName: service.serviceName };
  const serviceName = `\${${terraformAddress("aws_vpc_endpoint_service", service.name)}.service_name}`;
  return { serviceName, ...(service.acceptanceRequired ? { autoAccept: true } : {}) };
}
