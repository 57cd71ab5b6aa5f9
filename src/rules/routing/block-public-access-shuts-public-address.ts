import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import { ANY_IPV6 } from "../../aws/well-known-prefixes.ts";
import type { Path } from "../../base/path.ts";
import { knownCidr } from "../../model/addressing/cidr.ts";
import { hostsOf } from "../../model/lookup.ts";
import { publicAccessOf } from "../../model/routing/block-public-access.ts";
import { routeFor, routesByTier } from "../../model/routing/route-lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import { hasFamily, type Tier } from "../../model/types/subnets.ts";
import type { Rule } from "../rule.ts";

const HINT =
  "exclude the tier with allow-bidirectional under network.blockPublicAccess.exclusions, or take the public address away";

/** Who has a public address is where packets can get to it. */
export const blockPublicAccessShutsPublicAddress: Rule<"block-public-access-shuts-public-address"> = {
  id: "block-public-access-shuts-public-address",
  severity: "error",
  title: "What faces the internet stands in subnets that VPC Block Public Access does not shut.",
  why: "Block Public Access stops packets at the internet gateway, whatever routes and security groups say, and in IPv6 like in IPv4. Under block-ingress too, an instance with a public address is neither reached from the internet nor reaches it, and an internet-facing load balancer answers nobody. Nothing refuses it: it hangs.",
  sources: [
    publicAccessFacts.blockPublicAccessModes,
    publicAccessFacts.blockIngressLetsGatewaysOut,
    publicAccessFacts.balancersAreShut,
  ],
  check(network, report) {
    if (network.blockPublicAccess === null) return;
    const { mode } = network.blockPublicAccess;
    for (const { path, what, subnets } of facing(network)) {
      const shut = subnets.filter((subnet) => isShut(network, subnet));
      if (shut.length === 0) continue;
      const where = shut.length === subnets.length ? "its subnets" : `subnet ${shut.join(", ")}`;
      report(path, `${what}, but Block Public Access (${mode}) shuts ${where}`, HINT);
    }
  },
};

function isShut(network: Network, subnet: SubnetId): boolean {
  const access = publicAccessOf(network, subnet);
  return access === "shut" || access === "outward";
}

interface Facing {
  readonly path: Path;
  readonly what: string;
  readonly subnets: readonly SubnetId[];
}

/** What has addresses that the internet gateway is to carry packets of. */
function facing(network: Network): readonly Facing[] {
  const { loadBalancers, tiers, compute } = network;
  const balancers = loadBalancers
    .filter(({ internal }) => !internal)
    .map(({ name, path, subnets }) => ({
      path: [...path, "scheme"],
      what: `load balancer "${name}" is internet-facing`,
      subnets,
    }));
  const mapped = tiers
    .filter(({ mapPublicIpOnLaunch, addressing }) => mapPublicIpOnLaunch && hasFamily(addressing, "ipv4"))
    .map((tier) => ({
      path: [...tier.path, "mapPublicIpOnLaunch"],
      what: `tier "${tier.name}" gives each host a public IPv4 address`,
      subnets: idsOf(tier),
    }));
  const elastic = compute.instances
    .filter(({ elasticIp }) => elasticIp)
    .map(({ path, subnet }) => ({
      path: [...path, "elasticIp"],
      what: "it has an Elastic IP",
      subnets: [subnet],
    }));
  return [...balancers, ...mapped, ...elastic, ...hosts(network)];
}

function hosts(network: Network): readonly Facing[] {
  return hostsOf(network).flatMap(({ host, tiers }) => {
    const asked =
      host.associatePublicIpAddress === true
        ? [
            {
              path: [...host.path, "associatePublicIpAddress"],
              what: "it has a public IPv4 address",
              subnets: tiers.flatMap(idsOf),
            },
          ]
        : [];
    const ipv6 = tiers
      .filter((tier) => isOnIpv6Internet(network, tier))
      .map((tier) => ({
        path: host.path,
        what: `it has IPv6 in tier "${tier.name}", whose ::/0 leads to the internet gateway`,
        subnets: idsOf(tier),
      }));
    return [...asked, ...ipv6];
  });
}

function isOnIpv6Internet(network: Network, tier: Tier): boolean {
  if (!hasFamily(tier.addressing, "ipv6")) return false;
  const own = routesByTier(network).find((one) => one.tier.name === tier.name);
  const taken = own === undefined ? null : routeFor(own.routes, knownCidr(ANY_IPV6));
  return taken?.target.kind === "internet-gateway";
}

function idsOf({ subnets }: Tier): readonly SubnetId[] {
  return subnets.map(({ id }) => id);
}
