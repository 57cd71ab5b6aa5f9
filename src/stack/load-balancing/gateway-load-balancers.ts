import { Lb } from "@cdktf/provider-aws/lib/lb/index.js";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import { withNameTag } from "../name-tag.ts";
import { type LoadBalancingMade, type Made, type NetworkMade, resourceFor } from "../resources.ts";

/** Adds the Gateway Load Balancers, each with its one listener: it takes all packets, so it has neither port nor protocol. */
export function addGatewayLoadBalancers(
  scope: Construct,
  network: Network,
  made: Pick<NetworkMade, "subnets"> & Pick<LoadBalancingMade, "targetGroups">,
): Made<Lb> {
  return new Map(
    network.gatewayLoadBalancers.map((balancer) => {
      const { name, displayName, ipAddressType, subnets, crossZone, deletionProtection, tags } = balancer;
      const lb = new Lb(scope, terraformAddress("aws_lb", name), {
        name: displayName,
        loadBalancerType: "gateway",
        ipAddressType,
        subnets: subnets.map((id) => resourceFor(made.subnets, id).id),
        enableCrossZoneLoadBalancing: crossZone,
        enableDeletionProtection: deletionProtection,
        tags: withNameTag(displayName, tags),
      });
      new LbListener(scope, terraformAddress("aws_lb_listener", name), {
        loadBalancerArn: lb.arn,
        defaultAction: [
          { type: "forward", targetGroupArn: resourceFor(made.targetGroups, balancer.targetGroup).arn },
        ],
      });
      return [name, lb] as const;
    }),
  );
}
