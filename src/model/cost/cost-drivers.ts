import type { Charge } from "../../aws/prices/price-of.ts";
import { hasPublicIpv4 } from "../compute/instance-addresses.ts";
import { subnetOf, tierOf } from "../lookup.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";
import type { Network } from "../types/network.ts";
import type { NatGateway } from "../types/routing.ts";

/** The kinds of things that AWS charges for. */
export type CostSource =
  | "nat-gateways"
  | "load-balancers"
  | "instances"
  | "databases"
  | "vpc-endpoints"
  | "transit-gateway-attachments"
  | "network-firewalls";

/** Something of a network that AWS charges for. */
export interface CostDriver {
  readonly charge: Charge;
  readonly of: CostSource;
  /** Names in the blueprint, sorted. */
  readonly names: readonly string[];
  /** Things that are charged for by the hour, or GB a month. Never zero. */
  readonly count: number;
}

/** What AWS charges for, data through NAT gateways by the assumption of so many GB a month through all together. */
export function costDrivers(network: Network, natGb: number): readonly CostDriver[] {
  const drivers = [
    ...natDrivers(network, natGb),
    driver("public-ipv4-hour", "load-balancers", network.loadBalancers.map(balancerAddresses)),
    driver("public-ipv4-hour", "instances", instancesWithAddress(network)),
    driver("public-ipv4-hour", "databases", publicDatabases(network)),
    driver("interface-endpoint-hour", "vpc-endpoints", network.vpcEndpoints.map(endpointZones)),
    driver(
      "transit-gateway-attachment-hour",
      "transit-gateway-attachments",
      network.transitGatewayAttachments.map(({ name }) => ({ name, count: 1 })),
    ),
    driver(
      "network-firewall-endpoint-hour",
      "network-firewalls",
      network.networkFirewalls.map(({ name, endpoints }) => ({ name, count: endpoints.length })),
    ),
  ];
  return drivers.filter(({ count }) => count > 0);
}

/** A thing and how often it is charged for. */
interface Counted {
  readonly name: string;
  readonly count: number;
}

function driver(charge: Charge, of: CostSource, things: readonly Counted[]): CostDriver {
  const paid = things.filter(({ count }) => count > 0);
  return {
    charge,
    of,
    names: paid.map(({ name }) => name).sort(),
    count: paid.reduce((sum, { count }) => sum + count, 0),
  };
}

function natDrivers(network: Network, natGb: number): readonly CostDriver[] {
  const zones = network.zones.length;
  const hours = network.natGateways.map(({ name, tier, gateways }) => ({
    name,
    count: tier === null ? zones : gateways.length,
  }));
  const addresses = network.natGateways.map((gateway) => ({
    name: gateway.name,
    count: natAddresses(gateway, zones),
  }));
  const names = hours.map(({ name }) => name);
  const data = (charge: Charge, count: number): CostDriver => ({ charge, of: "nat-gateways", names, count });
  return [
    driver("nat-gateway-hour", "nat-gateways", hours),
    driver("public-ipv4-hour", "nat-gateways", addresses),
    data("nat-gateway-gb", names.length === 0 ? 0 : natGb),
    data("cross-zone-gb", natGb * crossingShare(network)),
  ];
}

/** A regional gateway without addresses of the author's gets one in each zone. */
function natAddresses(gateway: NatGateway, zones: number): number {
  if (gateway.connectivityType === "private") return 0;
  if (gateway.tier !== null) return gateway.gateways.length;
  const own = gateway.zoneAddresses.reduce((sum, { allocationIds }) => sum + allocationIds.length, 0);
  return own === 0 ? zones : own;
}

/** Of the subnets that use a NAT gateway, the share that uses one of another zone; all are taken to send the same. */
function crossingShare(network: Network): number {
  const places = new Map(
    network.natGateways.flatMap(({ gateways }) => gateways.map(({ id, place }) => [id, place?.zone ?? null])),
  );
  const uses = network.routeTables.flatMap(({ subnets, routes, prefixListRoutes }) => {
    const used = [...routes, ...prefixListRoutes].flatMap(({ target }) =>
      target.kind === "nat-gateway" ? [target.gateway] : [],
    );
    return used.length === 0 ? [] : subnets.map((subnet) => ({ subnet, used }));
  });
  const crossing = uses.filter(({ subnet, used }) => {
    const zone = subnetOf(network, subnet)?.zone.letter;
    return used.some((id) => {
      const place = places.get(id) ?? null;
      return place !== null && place.letter !== zone;
    });
  });
  return uses.length === 0 ? 0 : crossing.length / uses.length;
}

/** One in each subnet. */
function balancerAddresses({ name, internal, ipAddressType, subnets }: LoadBalancer): Counted {
  const has = !internal && ipAddressType !== "dualstack-without-public-ipv4";
  return { name, count: has ? subnets.length : 0 };
}

function instancesWithAddress(network: Network): readonly Counted[] {
  return network.compute.instances.map((instance) => {
    const has = hasPublicIpv4(instance, [tierOf(network, instance.tier)]);
    return { name: instance.name, count: has ? 1 : 0 };
  });
}

function publicDatabases({ rds }: Network): readonly Counted[] {
  const alone = rds.instances.map(({ name, publiclyAccessible }) => ({
    name,
    count: publiclyAccessible ? 1 : 0,
  }));
  const clustered = rds.clusters.flatMap(({ name, instances }) => ({
    name,
    count: instances.filter(({ publiclyAccessible }) => publiclyAccessible).length,
  }));
  return [...alone, ...clustered];
}

/** An interface endpoint is charged for in each zone; a gateway endpoint costs nothing. */
function endpointZones({ name, type }: Network["vpcEndpoints"][number]): Counted {
  return { name, count: type.kind === "interface" ? type.subnets.length : 0 };
}
