import { Ec2InstanceConnectEndpoint } from "@cdktf/provider-aws/lib/ec2-instance-connect-endpoint/index.js";
import type { Construct } from "constructs";
import { isMadeByHook } from "../../model/hooks/is-made-by-hook.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { InstanceConnectEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { ITerraformDependable } from "../engine.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import {
  instanceConnectEndpointAddressType,
  removeInstanceConnectEndpoints,
} from "../hooks/instance-connect-endpoint-address-type.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

type NeededByEndpoints = Pick<NetworkMade, "subnets" | "securityGroups" | "securityGroupRules">;

/** Makes the EC2 Instance Connect endpoints, those of a given address type by the hook where the provider cannot. */
export function addInstanceConnectEndpoints(
  scope: Construct,
  network: Network,
  made: NeededByEndpoints,
): void {
  // A VPC has room for one endpoint: the removed one has to go before another can come.
  const room = removeInstanceConnectEndpoints(scope, network);
  for (const endpoint of network.instanceConnectEndpoints) {
    const needed = [...room, ...rulesOfGroups(made, endpoint.securityGroups)];
    if (isMadeByHook(network, "instance-connect-endpoint-address-type", endpoint.name)) {
      const ids = idsFor(made, endpoint);
      instanceConnectEndpointAddressType.apply(scope, { network, endpoint, ...ids, needed });
    } else addNativeEndpoint(scope, made, endpoint, needed);
  }
}

/** `preserve_client_ip` is always written, for the provider's default is true. */
function addNativeEndpoint(
  scope: Construct,
  made: NeededByEndpoints,
  endpoint: InstanceConnectEndpoint,
  needed: readonly ITerraformDependable[],
): void {
  const { name, displayName, ipAddressType, preserveClientIp, tags } = endpoint;
  new Ec2InstanceConnectEndpoint(scope, terraformAddress("aws_ec2_instance_connect_endpoint", name), {
    ...idsFor(made, endpoint),
    preserveClientIp,
    tags: withNameTag(displayName, tags),
    ...omitNull({ ipAddressType }),
    ...waitFor(needed),
  });
}

function idsFor(made: NeededByEndpoints, { subnet, securityGroups }: InstanceConnectEndpoint) {
  return {
    subnetId: resourceFor(made.subnets, subnet).id,
    securityGroupIds: securityGroups.map((group) => resourceFor(made.securityGroups, group).id),
  };
}
