import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { type InspectionMade, type NetworkMade, resourceFor } from "../resources.ts";

/** Makes the Gateway Load Balancer endpoints: AWS takes one subnet for each. */
export function addInspectionEndpoints(
  scope: Construct,
  network: Network,
  { vpc, subnets }: Pick<NetworkMade, "vpc" | "subnets">,
): Pick<InspectionMade, "inspectionEndpoints"> {
  const made = network.gatewayLoadBalancerEndpoints.flatMap(
    ({ serviceName, ipAddressType, endpoints, tags }) =>
      endpoints.map(
        ({ id, displayName, subnet }) =>
          [
            id,
            new VpcEndpoint(scope, terraformAddress("aws_vpc_endpoint", id), {
              vpcId: vpc.id,
              vpcEndpointType: "GatewayLoadBalancer",
              serviceName,
              ipAddressType,
              subnetIds: [resourceFor(subnets, subnet).id],
              tags: withNameTag(displayName, tags),
            }),
          ] as const,
      ),
  );
  return { inspectionEndpoints: new Map(made) };
}
