import { hostsOf } from "../lookup.ts";
import type { Network } from "../types/network.ts";
import type { ServiceSubnets } from "../types/service-subnets.ts";
import type { SubnetId } from "../types/shared.ts";
import type { Tier } from "../types/subnets.ts";

interface Standing {
  readonly words: string;
  readonly subnets: readonly SubnetId[];
}

/** What stands in the tier beside endpoints that inspect, in the words of findings, each once. */
export function standsIn(network: Network, { name: tier, subnets }: Tier): readonly string[] {
  const ids: readonly string[] = subnets.map(({ id }) => id);
  const hosts = hostsOf(network)
    .filter(({ tiers }) => tiers.some(({ name }) => name === tier))
    .map(({ host }) => `host ${host.path.at(-1)}`);
  const gateways = network.natGateways
    .filter((one) => one.tier === tier)
    .map(({ name }) => `NAT gateway ${name}`);
  const others = standing(network)
    .filter((one) => one.subnets.some((id) => ids.includes(id)))
    .map(({ words }) => words);
  return [...new Set([...hosts, ...gateways, ...others])];
}

function standing(network: Network): readonly Standing[] {
  const { eks, lambda, ecs, rds, elasticache } = network;
  const named =
    (kind: string) =>
    ({ name, subnets }: { readonly name: string; readonly subnets: readonly SubnetId[] }): Standing => ({
      words: `${kind} ${name}`,
      subnets,
    });
  const groups: readonly ServiceSubnets[] = [...rds.subnetGroups, ...elasticache.subnetGroups];
  return [
    ...network.loadBalancers.map(named("load balancer")),
    ...network.transitGatewayAttachments.map(named("transit gateway attachment")),
    ...network.vpcEndpoints.flatMap(({ name, type }) =>
      type.kind === "interface" ? [named("VPC endpoint")({ name, subnets: type.subnets })] : [],
    ),
    ...network.instanceConnectEndpoints.map(({ name, subnet }) => ({
      words: `EC2 Instance Connect endpoint ${name}`,
      subnets: [subnet],
    })),
    ...lambda.functions.map(named("function")),
    ...ecs.services.map(named("ECS service")),
    ...eks.clusters.map(named("EKS cluster")),
    ...eks.clusters.flatMap(({ nodeGroups }) => nodeGroups.map(named("node group"))),
    ...groups.map(named("subnet group")),
  ];
}
