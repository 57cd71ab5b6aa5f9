import { RESERVED_ADDRESSES } from "../../aws/address-sizes.ts";
import { subnetOf } from "../lookup.ts";
import type { Network } from "../types/network.ts";
import type { SubnetId } from "../types/shared.ts";

const IPV4_BITS = 32;

/** How many network interfaces with one IPv4 address stand in a subnet, as far as the blueprint says. */
function residents(network: Network, subnet: SubnetId): number {
  const instances = network.compute.instances.filter((instance) => instance.subnet === subnet);
  const gateways = network.natGateways.flatMap(({ gateways: zonal }) => zonal);
  const endpoints = network.vpcEndpoints.filter(
    ({ type }) => type.kind === "interface" && type.subnets.includes(subnet),
  );
  const resolvers = network.route53.resolverEndpoints.filter(
    ({ addresses, resolverEndpointType }) =>
      resolverEndpointType !== "IPV6" && addresses.some((address) => address.subnet === subnet),
  );
  return (
    instances.length +
    gateways.filter((gateway) => gateway.place?.subnet === subnet).length +
    endpoints.length +
    resolvers.length +
    network.instanceConnectEndpoints.filter((endpoint) => endpoint.subnet === subnet).length
  );
}

/**
 * The IPv4 addresses of a subnet that nothing of the blueprint takes for sure: hosts of auto scaling groups, tasks and
 * pods come and go. Null where the subnet has no IPv4.
 */
export function freeIpv4Addresses(network: Network, subnet: SubnetId): number | null {
  const ipv4 = subnetOf(network, subnet)?.ipv4 ?? null;
  if (ipv4 === null) return null;
  const { first, last } = RESERVED_ADDRESSES;
  return 2 ** (IPV4_BITS - ipv4.length) - first - last - residents(network, subnet);
}
