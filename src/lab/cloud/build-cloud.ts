import type { Prefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import { literalAt, neededName, ofType, type TerraformStack } from "../stack/terraform-stack.ts";
import { checkFilters, leftOut } from "./check-cloud.ts";
import { checkTypes } from "./check-types.ts";
import type { Cloud, NatGateway, NetworkInterface, NotModelled, Route, SecurityGroup } from "./cloud.ts";
import { distinctPrefixes } from "./distinct-prefixes.ts";
import { type GatewayOutside, gatewayOutsides, madeUpServices, serviceBlocks } from "./gateway-endpoints.ts";
import { giveAddresses, SubnetAddresses } from "./give-addresses.ts";
import { MadeUpBlocks } from "./made-up-blocks.ts";
import { placeEndpoints } from "./place-endpoints.ts";
import { placeAutoScalingGroups, placeEcsServices, placeInstances, placeNodeGroups } from "./place-hosts.ts";
import { placeLoadBalancers } from "./place-load-balancers.ts";
import { placeCaches, placeClusters, placeDatabases, placeFunctions } from "./place-services.ts";
import type { Placement } from "./placement.ts";
import type { Blocks } from "./prefix-at.ts";
import { readClusterMembers } from "./read-cluster-members.ts";
import { readNetworkAcls, readPrefixLists, readSecurityGroups } from "./read-filters.ts";
import { readLoadBalancers } from "./read-load-balancers.ts";
import { readEndpointNames, readPrivateZones } from "./read-names.ts";
import { readOutsides } from "./read-outsides.ts";
import { readRoutes } from "./read-routes.ts";
import { readSubnets, type SubnetWithTable } from "./read-subnets.ts";
import { readTransitGateways, throughTransitGateways } from "./read-transit-gateways.ts";
import { emptiedDefaultGroups, readDefaultNetworkAcls } from "./read-vpc-defaults.ts";
import { readVpcs } from "./read-vpcs.ts";
import type { TransitGateway } from "./transit-gateway.ts";

/**
 * What a stack builds, with every address known. Throws CannotModel where the stack has something that the laboratory
 * could only guess.
 */
export function buildCloud(stack: TerraformStack): Cloud {
  const unmodelled = checkTypes(stack);
  const madeUp = new MadeUpBlocks(stack);
  const { vpcs, blocks: vpcBlocks, notModelled: fromPools } = readVpcs(stack, madeUp);
  const { subnets, blocks } = readSubnets(stack, vpcBlocks);
  const services = madeUpServices(madeUp);
  const lists = readPrefixLists(stack, blocks, (name) => serviceBlocks(services, name, false));
  const tables = readRoutes(stack, blocks, lists);
  const transitGateways = readTransitGateways(stack, blocks);
  const routes = throughTransitGateways(tables.routes, transitGateways);
  const { outsides, notModelled: fromOutsides } = readOutsides(stack, {
    vpcs,
    subnets,
    routes,
  });
  const gateways = gatewayOutsides(stack, services, vpcs);
  const addresses = new SubnetAddresses();
  const interfaces = giveAddresses(placementsOf(stack, blocks), subnets, addresses, madeUp);
  const { zones, notModelled: fromZones } = readPrivateZones(stack);
  const vpcOf = (one: NetworkInterface) => subnets.find(({ name }) => name === one.subnet)?.vpc ?? "";
  const cloud: Cloud = {
    vpcs,
    subnets: subnets.map((subnet) => ({ ...subnet, routes: routesOf(subnet, routes, gateways) })),
    interfaces,
    securityGroups: [...readSecurityGroups(stack, blocks, lists), ...impliedGroups(stack, interfaces)],
    networkAcls: [...readNetworkAcls(stack, blocks), ...readDefaultNetworkAcls(stack, blocks)],
    natGateways: natGatewaysOf(stack, subnets, addresses, madeUp),
    transitGateways,
    outsides: [...outsides, ...gateways.map(({ outside }) => outside)],
    loadBalancers: readLoadBalancers(stack, interfaces),
    clusterMembers: readClusterMembers(stack),
    zones,
    names: readEndpointNames(stack, interfaces, vpcOf),
    notModelled: [
      ...unmodelled.filter((one) => !isFollowed(transitGateways, one)),
      ...fromPools,
      ...tables.notModelled,
      ...fromOutsides,
      ...fromZones,
    ],
  };
  checkFilters(cloud);
  return { ...cloud, notModelled: [...cloud.notModelled, ...leftOut(stack, cloud)] };
}

/** The laboratory looks the table up. */
function isFollowed(gateways: readonly TransitGateway[], { address }: NotModelled): boolean {
  return gateways.some(({ tables }) => tables.some(({ name }) => name === address));
}

function placementsOf(stack: TerraformStack, blocks: Blocks): readonly Placement[] {
  return [
    ...placeInstances(stack, blocks),
    ...placeAutoScalingGroups(stack),
    ...placeNodeGroups(stack),
    ...placeClusters(stack),
    ...placeEcsServices(stack),
    ...placeFunctions(stack),
    ...placeLoadBalancers(stack, blocks),
    ...placeDatabases(stack),
    ...placeCaches(stack),
    ...placeEndpoints(stack),
  ];
}

/** Zonal ones; routes to others lead nowhere, and say so. */
function natGatewaysOf(
  stack: TerraformStack,
  subnets: readonly SubnetWithTable[],
  addresses: SubnetAddresses,
  madeUp: MadeUpBlocks,
): readonly NatGateway[] {
  const zonal = ofType(stack, "aws_nat_gateway").filter(
    (one) => literalAt(one, "availability_mode") !== "regional",
  );
  return zonal.map((gateway) => {
    const name = neededName(gateway, "subnet_id");
    const block = subnets.find((subnet) => subnet.name === name)?.ipv4 ?? null;
    if (block === null) throw new CannotModel(gateway.address, `${name} has no IPv4 block`);
    const isPrivate = literalAt(gateway, "connectivity_type") === "private";
    return {
      name: gateway.address,
      subnet: name,
      ipv4: addresses.next(gateway.address, name, block),
      publicIpv4: isPrivate ? null : madeUp.ipv4(),
    };
  });
}

/** A VPC's default group and the group of a Kubernetes cluster: members reach each other, and everything else. */
function impliedGroups(
  stack: TerraformStack,
  interfaces: readonly NetworkInterface[],
): readonly SecurityGroup[] {
  const emptied = emptiedDefaultGroups(stack);
  const named = new Set(interfaces.flatMap(({ securityGroups }) => securityGroups ?? []));
  const all = { protocol: null, ports: null, icmp: null };
  const everywhere: readonly Prefix[] = [
    { family: "ipv4", address: 0n, length: 0 },
    { family: "ipv6", address: 0n, length: 0 },
  ];
  return [...named]
    .filter((name) => name.includes("#"))
    .map((name) => {
      if (emptied.has(name)) return { name, ingress: [], egress: [] };
      return {
        name,
        ingress: [{ ...all, peer: { kind: "group", name } }],
        egress: [{ ...all, peer: { kind: "prefixes", prefixes: everywhere } }],
      };
    });
}

function routesOf(
  subnet: SubnetWithTable,
  routes: ReadonlyMap<string, readonly Route[]>,
  gateways: readonly GatewayOutside[],
): readonly Route[] {
  const { routeTable } = subnet;
  if (routeTable === null) return [];
  const own = routes.get(routeTable);
  if (own === undefined)
    throw new CannotModel(subnet.name, `its route table ${routeTable} is not in the stack`);
  const endpoints = gateways.flatMap(({ outside, ways }) => {
    const here = ways.filter(({ tables }) => tables.includes(routeTable));
    return distinctPrefixes(here.flatMap(({ prefixes }) => prefixes)).map(
      (destination): Route => ({
        name: outside.name,
        destination,
        target: { kind: "outside", name: outside.name },
      }),
    );
  });
  return [...own, ...endpoints];
}
