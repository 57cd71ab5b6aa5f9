import { Lb, type LbConfig } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association/index.js";
import type { Construct } from "constructs";
import { isMadeByHook } from "../../model/hooks/is-made-by-hook.ts";
import { needsSourceNatPrefix, takesUdp } from "../../model/load-balancing/source-nat.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { LoadBalancer, LoadBalancerLogs } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import { fixedAddress } from "../addressing/fixed-address.ts";
import type { ITerraformDependable } from "../engine.ts";
import { rulesOfGroups } from "../filtering/rules-of-groups.ts";
import { nlbIpv6SourceNat, removeSourceNat } from "../hooks/nlb-ipv6-source-nat.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type LoadBalancingMade, type Made, type NetworkMade, resourceFor } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { addListener } from "./listeners.ts";

/** What load balancers and their listeners are made of. */
export type NeededByLoadBalancers = Pick<
  NetworkMade,
  "subnets" | "securityGroups" | "securityGroupRules" | "routing"
> &
  Pick<LoadBalancingMade, "targetGroups"> & {
    /** What registers the targets of a target group, by its name: a listener that is to move there waits for them. */
    readonly targets: Made<readonly ITerraformDependable[]>;
  };

/** Adds the load balancers with their listeners; returns the former by name, the latter by their target group. */
export function addLoadBalancers(
  scope: Construct,
  network: Network,
  made: NeededByLoadBalancers,
): Pick<LoadBalancingMade, "loadBalancers" | "listeners"> {
  const listeners = new Map(
    network.targetGroups.map(({ name }): [string, (LbListener | LbListenerRule)[]] => [name, []]),
  );
  const loadBalancers = new Map<string, Lb>();
  const listenersOf = new Map<string, { readonly lb: Lb; readonly listeners: readonly LbListener[] }>();
  for (const balancer of network.loadBalancers) {
    const lb = addLoadBalancer(scope, made, balancer);
    loadBalancers.set(balancer.name, lb);
    addWebAcl(scope, balancer, lb);
    const sourceNat = addSourceNat(scope, network, made, balancer, lb);
    const own: LbListener[] = [];
    listenersOf.set(balancer.name, { lb, listeners: own });
    for (const one of balancer.listeners) {
      const { listener, forwarders } = addListener(scope, made, lb, one, takesUdp(one) ? sourceNat : []);
      own.push(listener);
      for (const [group, forwarder] of forwarders) resourceFor(listeners, group).push(forwarder);
    }
  }
  removeSourceNat(scope, network, listenersOf);
  return { loadBalancers, listeners };
}

function addLoadBalancer(scope: Construct, made: NeededByLoadBalancers, balancer: LoadBalancer): Lb {
  return new Lb(scope, terraformAddress("aws_lb", balancer.name), {
    name: balancer.displayName,
    loadBalancerType: balancer.type,
    ipAddressType: balancer.ipAddressType,
    internal: balancer.internal,
    ...standing(made, balancer),
    enableDeletionProtection: balancer.deletionProtection,
    tags: withNameTag(balancer.displayName, balancer.tags),
    // AWS refuses an internet-facing load balancer in a VPC whose internet gateway is not attached yet, and no
    // gateway can be detached while the load balancer holds public addresses.
    ...waitFor([
      ...balancer.subnets.flatMap((id) => resourceFor(made.routing, id)),
      ...rulesOfGroups(made, balancer.securityGroups),
    ]),
    ...securityGroups(made, balancer),
    ...omitNull({
      idleTimeout: balancer.idleTimeout,
      enableCrossZoneLoadBalancing: balancer.crossZone,
      accessLogs: logs(balancer.accessLogs),
      connectionLogs: logs(balancer.connectionLogs),
    }),
    ...balancer.http,
  });
}

function logs(written: LoadBalancerLogs | null) {
  if (written === null) return null;
  return { bucket: written.bucket, enabled: true, ...omitNull({ prefix: written.prefix }) };
}

function addWebAcl(scope: Construct, { name, webAclArn }: LoadBalancer, lb: Lb): void {
  if (webAclArn === null) return;
  new Wafv2WebAclAssociation(scope, terraformAddress("aws_wafv2_web_acl_association", name), {
    resourceArn: lb.arn,
    webAclArn,
  });
}

/** The provider takes the one or the other. */
function standing(made: NeededByLoadBalancers, { subnets, mappings }: LoadBalancer): Partial<LbConfig> {
  if (mappings.length === 0) return { subnets: subnets.map((id) => resourceFor(made.subnets, id).id) };
  return {
    subnetMapping: mappings.map(({ subnet: id, allocationId, ipv6Address, privateIpv4Address }) => {
      const subnet = resourceFor(made.subnets, id);
      return {
        subnetId: subnet.id,
        ...omitNull({
          allocationId,
          privateIpv4Address,
          ipv6Address: ipv6Address === null ? null : fixedAddress(ipv6Address, subnet.ipv6CidrBlock),
        }),
      };
    }),
  };
}

/** What the balancer's UDP listeners wait for. */
function addSourceNat(
  scope: Construct,
  network: Network,
  made: NeededByLoadBalancers,
  balancer: LoadBalancer,
  lb: Lb,
): readonly ITerraformDependable[] {
  if (!needsSourceNatPrefix(balancer)) return [];
  if (!isMadeByHook(network, "nlb-ipv6-source-nat", balancer.name)) {
    // Younger than the bindings.
    lb.addOverride("enable_prefix_for_ipv6_source_nat", "on");
    return [];
  }
  const subnetIds = balancer.subnets.map((id) => resourceFor(made.subnets, id).id);
  return [nlbIpv6SourceNat.apply(scope, { network, balancer, lb, subnetIds })];
}

/** A network load balancer made without security groups can never be given any: say nothing rather than none. */
function securityGroups(made: NeededByLoadBalancers, balancer: LoadBalancer) {
  if (balancer.securityGroups.length === 0) return {};
  return { securityGroups: balancer.securityGroups.map((name) => resourceFor(made.securityGroups, name).id) };
}
