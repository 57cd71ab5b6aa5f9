import { NetworkfirewallFirewall } from "@cdktf/provider-aws/lib/networkfirewall-firewall/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { InspectionEndpoint } from "../../model/types/inspection.ts";
import type { Network } from "../../model/types/network.ts";
import type { NetworkFirewall } from "../../model/types/network-firewall.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { withNameTag } from "../name-tag.ts";
import {
  type Identified,
  type InspectionMade,
  type Made,
  resourceFor,
  type SubnetMade,
  type VpcMade,
} from "../resources.ts";
import { addFirewallLogs } from "./firewall-logs.ts";
import { addFirewallPolicy } from "./firewall-policy.ts";

interface FirewallNeeds extends VpcMade {
  readonly subnets: Made<SubnetMade>;
}

/** Makes the Network Firewalls with their policies and logs; returns what routes name of their endpoints. */
export function addNetworkFirewalls(
  scope: Construct,
  network: Network,
  made: FirewallNeeds,
): Pick<InspectionMade, "firewallEndpoints"> {
  const endpoints = network.networkFirewalls.flatMap((firewall) => {
    const { name, displayName, ipAddressType, tags } = firewall;
    const policy = addFirewallPolicy(scope, firewall, made);
    const resource = new NetworkfirewallFirewall(
      scope,
      terraformAddress("aws_networkfirewall_firewall", name),
      {
        name: displayName,
        vpcId: made.vpc.id,
        firewallPolicyArn: policy.arn,
        subnetMapping: firewall.endpoints.map(({ subnet }) => ({
          subnetId: resourceFor(made.subnets, subnet).id,
          ipAddressType,
        })),
        ...protections(firewall),
        tags: withNameTag(displayName, tags),
      },
    );
    addFirewallLogs(scope, firewall, resource);
    return firewall.endpoints.map(
      (endpoint) => [endpoint.id, endpointOf(network, firewall, endpoint, made)] as const,
    );
  });
  return { firewallEndpoints: new Map(endpoints) };
}

function protections(firewall: NetworkFirewall) {
  const { deleteProtection, subnetChangeProtection, firewallPolicyChangeProtection } = firewall;
  return { deleteProtection, subnetChangeProtection, firewallPolicyChangeProtection };
}

/**
 * AWS makes the endpoints with the firewall and tells them as a set: the one that a route means is the one in the same
 * zone's subnet. `hextet reach` and other readers of a plan find that subnet among the references of the expression.
 */
function endpointOf(
  network: Network,
  { name }: NetworkFirewall,
  { subnet }: InspectionEndpoint,
  { subnets }: FirewallNeeds,
): Identified {
  const address = terraformAddress("aws_subnet", subnet);
  const isOwn = ownershipOf(network, address).kind !== "external";
  const id = isOwn ? `${address}.id` : `"${resourceFor(subnets, subnet).id}"`;
  const states = `${terraformAddress("aws_networkfirewall_firewall", name)}.firewall_status[0].sync_states`;
  const attachment = "state.attachment[0]";
  const found = `[for state in ${states} : ${attachment}.endpoint_id if ${attachment}.subnet_id == ${id}]`;
  return { id: `\${one(${found})}` };
}
