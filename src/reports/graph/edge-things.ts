import { targetGroupsOf } from "../../model/load-balancing/forwards-of.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Listener } from "../../model/types/listeners.ts";
import type { LoadBalancer } from "../../model/types/load-balancing.ts";
import type { Network } from "../../model/types/network.ts";
import type { NatGateway } from "../../model/types/routing.ts";
import type { SubnetId } from "../../model/types/shared.ts";
import type { StandingThing } from "./things-of.ts";

/** NAT gateways, attachments, load balancers and endpoints, those of DNS too. */
export function edgeThings(network: Network): readonly StandingThing[] {
  return [
    ...network.natGateways.flatMap(natThings),
    ...network.transitGatewayAttachments.map(({ name, subnets, ipv6Support }) => ({
      kind: "routing" as const,
      title: `transit gateway attachment ${name}`,
      details: [`IPv6 support: ${ipv6Support}`],
      ids: [terraformAddress("aws_ec2_transit_gateway_vpc_attachment", name)],
      subnets,
    })),
    ...network.loadBalancers.map((balancer) => balancerThing(network, balancer)),
    ...interfaceEndpoints(network),
    ...network.route53.resolverEndpoints.map(({ name, direction, resolverEndpointType, addresses }) => ({
      kind: "endpoint" as const,
      title: `Resolver endpoint ${name}`,
      details: [`${direction.toLowerCase()}, ${resolverEndpointType}`],
      ids: [terraformAddress("aws_route53_resolver_endpoint", name)],
      subnets: addresses.map(({ subnet }) => subnet),
    })),
    ...network.instanceConnectEndpoints.map(({ name, subnet }) => ({
      kind: "endpoint" as const,
      title: `Instance Connect endpoint ${name}`,
      details: [],
      ids: [terraformAddress("aws_ec2_instance_connect_endpoint", name)],
      subnets: [subnet],
    })),
  ];
}

function natThings({ connectivityType, gateways }: NatGateway): readonly StandingThing[] {
  return gateways.flatMap(({ id, place }) =>
    place === null
      ? []
      : [
          {
            kind: "routing",
            title: `NAT gateway ${id}`,
            details: [connectivityType],
            ids: [terraformAddress("aws_nat_gateway", id)],
            subnets: [place.subnet],
          },
        ],
  );
}

function balancerThing(network: Network, balancer: LoadBalancer): StandingThing {
  const { name, type, ipAddressType, internal, listeners, subnets } = balancer;
  return {
    kind: "balancing",
    title: `load balancer ${name}`,
    details: [
      `${type}, ${ipAddressType}, ${internal ? "internal" : "internet-facing"}`,
      ...listeners.map((listener) => describeListener(network, listener)),
    ],
    ids: [terraformAddress("aws_lb", name)],
    subnets,
  };
}

function describeListener(network: Network, { protocol, port, action, rules }: Listener): string {
  const groups = [...rules.map((rule) => rule.action), action].flatMap(targetGroupsOf);
  const ways = [...new Set(groups)].sort().map((name) => describeTargets(network, name));
  const other =
    action.kind === "redirect-to-https" ? ["HTTPS"] : action.kind === "redirect" ? ["a redirect"] : [];
  const answer = action.kind === "fixed-response" ? [`answers ${action.statusCode}`] : [];
  return `${protocol} ${port} → ${[...ways, ...other, ...answer].join(", ")}`;
}

function describeTargets(network: Network, name: string): string {
  const group = network.targetGroups.find((candidate) => candidate.name === name);
  return group === undefined ? name : `${name} (${group.ipAddressType}, ${group.protocol} ${group.port})`;
}

/** Endpoints of the same subnets and families are one thing: there are often many. */
function interfaceEndpoints({ vpcEndpoints }: Network): readonly StandingThing[] {
  const groups = new Map<
    string,
    { services: string[]; ids: string[]; subnets: readonly SubnetId[]; families: string }
  >();
  for (const { name, type, service, serviceName, ipAddressType } of vpcEndpoints) {
    if (type.kind !== "interface") continue;
    const key = [ipAddressType, ...type.subnets].join(" ");
    const group = groups.get(key) ?? {
      services: [],
      ids: [],
      subnets: type.subnets,
      families: ipAddressType,
    };
    group.services.push(service ?? serviceName);
    group.ids.push(terraformAddress("aws_vpc_endpoint", name));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ services, ids, subnets, families }) => ({
    kind: "endpoint",
    title: services.length === 1 ? "interface endpoint" : `${services.length} interface endpoints`,
    details: [`${services.sort().join(", ")} (${families})`],
    ids,
    subnets,
  }));
}
