import { at, listAt, textAt } from "../json.ts";
import type { Asked, Fact } from "./network-facts.ts";

/** Subnets, gateways and routes. */
export function routingFacts(asked: Asked, vpc: string): readonly Fact[] {
  const tables = listAt(asked.answer("route_tables"), "RouteTables").filter(
    (one) => at(one, "VpcId") === vpc,
  );
  const subnets = listAt(asked.answer("subnets"), "Subnets").filter((one) => at(one, "VpcId") === vpc);
  return [
    ...subnets.flatMap((subnet) => subnetFacts(asked, subnet, tables)),
    ...tables.flatMap((table) => listAt(table, "Routes").map((route) => routeFact(asked, table, route))),
    ...gatewayFacts(asked),
  ];
}

function subnetFacts(asked: Asked, subnet: unknown, tables: readonly unknown[]): readonly Fact[] {
  const name = asked.name(at(subnet, "SubnetId"));
  const ipv4 = at(subnet, "CidrBlock");
  const dns = at(subnet, "PrivateDnsNameOptionsOnLaunch");
  const says = (line: string, isSo: unknown): readonly Fact[] =>
    isSo === true ? [["ipv6", `${name} ${line}`]] : [];
  return [
    ["ipv4", `${name} stands in ${at(subnet, "AvailabilityZone")} with ${ipv4 ?? "no IPv4"}`],
    ["ipv4", `${name} uses ${tableOf(asked, subnet, tables)}`],
    ...listAt(subnet, "Ipv6CidrBlockAssociationSet").map(
      (one): Fact => ["ipv6", `${name} has ${asked.place(at(one, "Ipv6CidrBlock"))}`],
    ),
    ...says("is IPv6-only", at(subnet, "Ipv6Native")),
    ...says("gives addresses", at(subnet, "AssignIpv6AddressOnCreation")),
    ...says("has DNS64", at(subnet, "EnableDns64")),
    ...says("answers AAAA", at(dns, "EnableResourceNameDnsAAAARecord")),
  ];
}

/** A subnet without a route table of its own uses the main one. */
function tableOf(asked: Asked, subnet: unknown, tables: readonly unknown[]): string {
  const has = (wanted: (association: unknown) => boolean) =>
    tables.find((table) => listAt(table, "Associations").some(wanted));
  const own = has((one) => at(one, "SubnetId") === at(subnet, "SubnetId"));
  return asked.name(at(own ?? has((one) => at(one, "Main") === true), "RouteTableId"));
}

const TARGETS = ["GatewayId", "NatGatewayId", "EgressOnlyInternetGatewayId"] as const;

function routeFact(asked: Asked, table: unknown, route: unknown): Fact {
  const ipv6 = at(route, "DestinationIpv6CidrBlock");
  const key = TARGETS.find((target) => at(route, target) !== undefined) ?? "GatewayId";
  const destination = ipv6 === undefined ? at(route, "DestinationCidrBlock") : asked.place(ipv6);
  const line = `${asked.name(at(table, "RouteTableId"))}: ${destination} -> ${asked.name(at(route, key))}`;
  return [ipv6 === undefined ? "ipv4" : "ipv6", line];
}

function gatewayFacts(asked: Asked): readonly Fact[] {
  const live = listAt(asked.answer("nat_gateways"), "NatGateways").filter(
    (one) => at(one, "State") === "available",
  );
  const addresses = listAt(asked.answer("addresses"), "Addresses");
  return [
    ...listAt(asked.answer("egress_only_internet_gateways"), "EgressOnlyInternetGateways").map(
      (one): Fact => ["ipv6", `${asked.name(at(one, "EgressOnlyInternetGatewayId"))} is there`],
    ),
    ...live.map((one): Fact => ["ipv4", `${asked.name(at(one, "NatGatewayId"))} is there`]),
    ...live.map((one): Fact => ["given", textAt(one, "NatGatewayAddresses", 0, "PublicIp")]),
    ...addresses.map((one): Fact => ["ipv4", `${asked.name(at(one, "AllocationId"))} is there`]),
    ...addresses.map(
      (one): Fact => ["given", `${asked.name(at(one, "AllocationId"))} is ${at(one, "PublicIp")}`],
    ),
  ];
}
