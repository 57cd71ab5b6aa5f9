import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import { knownCidr } from "../addressing/cidr.ts";
import { hostsWithoutIpv4 } from "../routing/ipv4-reach.ts";
import { routeFor, routesByTier } from "../routing/route-lookup.ts";
import type { Host } from "../types/compute.ts";
import type { Network } from "../types/network.ts";
import { hasFamily, type Tier } from "../types/subnets.ts";

/** Policies that are there to let Systems Manager manage a host. */
const SSM_POLICIES =
  /\/(AmazonSSMManagedInstanceCore|AmazonEC2RoleforSSM|AmazonSSMManagedEC2InstanceDefaultPolicy)$/;
/** What the agent and a session call. */
const SSM_SERVICES = ["ssm", "ssmmessages"] as const;

/** A host that Systems Manager is to manage, in a tier from which no server is reached over IPv4. */
export interface SsmHost {
  readonly host: Host;
  readonly tier: Tier;
  /** Whether ::/0 leads to the IPv6 internet; unknown behind transit gateways, peers and appliances. */
  readonly internet: "yes" | "no" | "unknown";
}

/** The hosts with a policy of Systems Manager that have neither IPv4 nor NAT64 nor endpoints of it in the VPC. */
export function ssmHostsWithoutIpv4(network: Network): readonly SsmHost[] {
  return hostsWithoutIpv4(network)
    .filter(({ host, tier }) => isForSsm(network, host) && !hasEndpoints(network, tier))
    .map(({ host, tier }) => ({ host, tier, internet: internetOf(network, tier) }));
}

/** True for a host whose instance profile has a policy that lets Systems Manager manage it. */
export function isForSsm({ compute }: Network, { instanceProfile }: Host): boolean {
  const profile = compute.instanceProfiles.find(({ name }) => name === instanceProfile);
  return profile?.policies.some(({ arn }) => SSM_POLICIES.test(arn)) ?? false;
}

function hasEndpoints({ vpcEndpoints }: Network, { addressing }: Tier): boolean {
  const usable = vpcEndpoints.filter(
    ({ type, ipAddressType }) =>
      type.kind === "interface" && (ipAddressType !== "ipv4" || hasFamily(addressing, "ipv4")),
  );
  return SSM_SERVICES.every((name) => usable.some(({ service }) => service === name));
}

function internetOf(network: Network, tier: Tier): SsmHost["internet"] {
  if (!hasFamily(tier.addressing, "ipv6")) return "no";
  const table = routesByTier(network).find((one) => one.tier.name === tier.name);
  if (table === undefined) return "unknown";
  const kind = routeFor(table.routes, knownCidr(ANY_IPV6))?.target.kind ?? null;
  if (kind === null) return table.isComplete ? "no" : "unknown";
  return kind === "internet-gateway" || kind === "egress-only-internet-gateway" ? "yes" : "unknown";
}
