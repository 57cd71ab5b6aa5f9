import { GENEVE_PORT } from "../../aws/load-balancing.ts";
import { speaksOfPort } from "../filtering/traffic.ts";
import { whatIsThere } from "../migration/what-is-there.ts";
import type { Host } from "../types/compute.ts";
import type { Peer } from "../types/filtering.ts";
import type { GatewayLoadBalancer } from "../types/gateway-load-balancers.ts";
import type { TargetGroup } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";
import type { SubnetId } from "../types/shared.ts";

const GENEVE = { protocol: "udp", port: GENEVE_PORT } as const;

/** The appliances of a Gateway Load Balancer whose security groups keep GENEVE out: none that have the default group, or one of others. */
export function closedAppliances(network: Network, balancer: GatewayLoadBalancer): readonly Host[] {
  const there = whatIsThere(network);
  const group = network.targetGroups.find(({ name }) => name === balancer.targetGroup);
  if (group === undefined) return [];
  return appliancesOf(network, group).filter(({ securityGroups }) => {
    const isElsewhere = securityGroups.some((name) => there.isReferenced("aws_security_group", name));
    if (securityGroups.length === 0 || isElsewhere) return false;
    const rules = network.securityGroups
      .filter(({ name }) => securityGroups.includes(name))
      .flatMap((one) => one.rules.filter(({ direction }) => direction === "ingress"));
    return !rules.some((rule) => speaksOfPort(rule, GENEVE) && mayBe(rule.peer, balancer.subnets));
  });
}

function appliancesOf({ compute }: Network, { targets }: TargetGroup): readonly Host[] {
  const { autoScalingGroups, instances, launchTemplates } = compute;
  const templates = autoScalingGroups
    .filter(({ name }) => targets.autoScalingGroups.includes(name))
    .map(({ launchTemplate }) => launchTemplate);
  const named = targets.attachments.flatMap(({ target }) => (target.kind === "address" ? [] : [target.name]));
  return [
    ...launchTemplates.filter(({ name }) => templates.includes(name)).map(({ host }) => host),
    ...instances.filter(({ name }) => named.includes(name)).map(({ host }) => host),
  ];
}

/** The balancer speaks from IPv4 addresses of its subnets, and is in no security group. */
function mayBe(peer: Peer, subnets: readonly SubnetId[]): boolean {
  switch (peer.kind) {
    case "security-group":
    case "security-group-id":
      return false;
    case "subnet-cidr":
      return peer.family === "ipv4" && subnets.includes(peer.subnet);
    case "cidr":
    case "vpc-cidr":
    case "cidr-elsewhere":
      return peer.family === "ipv4";
    default:
      return true;
  }
}
