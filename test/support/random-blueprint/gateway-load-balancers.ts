import fc from "fast-check";
import { isObject } from "../json.ts";
import type { Tier } from "./tiers.ts";
import { anyPlace, type Drawn, pick, rarely, sometimes, type Tree } from "./tree.ts";

/** What is drawn of a Gateway Load Balancer with its appliances. */
export const gatewayLoadBalancerDraft = sometimes(
  fc.record({
    tier: anyPlace,
    crossZone: rarely(50),
    isIpv4: fc.boolean(),
    hasService: fc.boolean(),
    acceptanceRequired: fc.constantFrom(undefined, false),
  }),
);

/** The blueprint with a Gateway Load Balancer in a tier that has IPv4. */
export function withGatewayLoadBalancer(
  draft: Drawn<typeof gatewayLoadBalancerDraft>,
  blueprint: Tree,
  tiers: readonly Tier[],
): Tree {
  const { network, compute, targetGroups } = blueprint;
  if (draft === null || !isObject(network)) return blueprint;
  const withIpv4 = tiers.filter(({ hasIpv4 }) => hasIpv4);
  const tier = pick(withIpv4, draft.tier);
  if (tier === null) return blueprint;
  const ipAddressType = draft.isIpv4 ? "ipv4" : undefined;
  const wall = {
    ...{ subnets: tier.name, targetGroup: "appliances", ipAddressType },
    crossZone: draft.crossZone ? true : undefined,
  };
  const service = { loadBalancers: ["wall"], acceptanceRequired: draft.acceptanceRequired };
  const services = Object(network["vpcEndpointServices"]);
  const appliances = { instanceType: "t4g.small", os: "amazon-linux-2023", subnets: [tier.name] };
  const groups = { ...Object(Object(compute).autoScalingGroups), appliances: { ...appliances, maxSize: 2 } };
  const group = { protocol: "GENEVE", port: 6081, targets: { autoScalingGroups: ["appliances"] } };
  return {
    ...blueprint,
    network: {
      ...network,
      gatewayLoadBalancers: { wall },
      vpcEndpointServices: draft.hasService ? { ...services, wall: service } : network["vpcEndpointServices"],
    },
    compute: { ...Object(compute), autoScalingGroups: groups },
    targetGroups: { ...Object(targetGroups), appliances: group },
  };
}
