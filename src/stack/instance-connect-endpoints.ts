import { Ec2InstanceConnectEndpoint } from "@cdktf/provider-aws/lib/ec2-instance-connect-endpoint/index.js";
import type { Construct } from "constructs";
import type { Network } from "../model/types/network.ts";
import { madeFor, type NetworkMade } from "./made.ts";
import { withNameTag } from "./name-tag.ts";

/**
 * Makes the EC2 Instance Connect endpoints. AWS provider 5.100 has no argument for their address type (6.x has): AWS
 * then takes the families of the subnet. `preserve_client_ip` is always written, for the provider's default is true.
 */
export function addInstanceConnectEndpoints(
  scope: Construct,
  network: Network,
  made: Pick<NetworkMade, "subnets" | "securityGroups">,
): void {
  for (const endpoint of network.instanceConnectEndpoints) {
    const { name, displayName, subnet, securityGroups, preserveClientIp, tags } = endpoint;
    new Ec2InstanceConnectEndpoint(scope, `aws_ec2_instance_connect_endpoint.${name}`, {
      subnetId: madeFor(made.subnets, subnet).id,
      securityGroupIds: securityGroups.map((group) => madeFor(made.securityGroups, group).id),
      preserveClientIp,
      tags: withNameTag(displayName, tags),
    });
  }
}
