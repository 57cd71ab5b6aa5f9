import type { Prefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  literalAt,
  nameAt,
  neededName,
  ofType,
  type Resource,
  refuseArguments,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { NotModelled, Route, RouteTarget } from "./cloud.ts";
import { type Blocks, prefixAt } from "./prefix-at.ts";
import type { PrefixLists } from "./read-filters.ts";

/** The routes of a stack by route table; tables that are not in the stack are those of the other side. */
export interface RouteTables {
  readonly routes: ReadonlyMap<string, readonly Route[]>;
  readonly notModelled: readonly NotModelled[];
}

const UNKNOWN_TARGETS = ["carrier_gateway_id", "core_network_arn", "local_gateway_id", "vpc_endpoint_id"];

/** Reads the routes; a target that the laboratory does not know takes packets and drops them, and is listed. */
export function readRoutes(stack: TerraformStack, blocks: Blocks, lists: PrefixLists): RouteTables {
  const notModelled: NotModelled[] = [];
  const routes = new Map<string, Route[]>();
  // The main route table, which subnets without another have: it is read as one without routes.
  for (const table of ofType(stack, "aws_default_route_table"))
    refuseArguments(table, ["route", "propagating_vgws"]);
  for (const table of ofType(stack, "aws_route_table")) {
    refuseArguments(table, ["route", "propagating_vgws"]);
    routes.set(table.address, []);
  }
  for (const route of ofType(stack, "aws_route")) {
    refuseArguments(route, UNKNOWN_TARGETS);
    const table = neededName(route, "route_table_id");
    const target = targetOf(stack, route, notModelled);
    const made = destinationsOf(route, blocks, lists).map((destination) => ({
      name: route.address,
      destination,
      target,
    }));
    routes.set(table, [...(routes.get(table) ?? []), ...made]);
  }
  return { routes, notModelled };
}

function destinationsOf(route: Resource, blocks: Blocks, lists: PrefixLists): readonly Prefix[] {
  const list = nameAt(route, route.body["destination_prefix_list_id"]);
  if (list !== null) {
    const prefixes = lists.get(list);
    if (prefixes === undefined) throw new CannotModel(route.address, `nobody knows what is in ${list}`);
    return prefixes;
  }
  const destination =
    prefixAt(route, route.body["destination_cidr_block"], blocks) ??
    prefixAt(route, route.body["destination_ipv6_cidr_block"], blocks);
  if (destination === null) throw new CannotModel(route.address, "it has no destination");
  return [destination];
}

function targetOf(stack: TerraformStack, route: Resource, notModelled: NotModelled[]): RouteTarget {
  const name = (key: string) => nameAt(route, route.body[key]);
  const gateway = name("gateway_id");
  if (gateway !== null) return gatewayTarget(route, gateway);
  if (name("egress_only_gateway_id") !== null) return { kind: "egress-only-internet-gateway" };
  const nat = name("nat_gateway_id");
  if (nat !== null) return natTarget(stack, nat, notModelled);
  const outside = name("transit_gateway_id") ?? name("vpc_peering_connection_id");
  if (outside !== null) return { kind: "outside", name: outside };
  const appliance = name("network_interface_id");
  if (appliance === null) throw new CannotModel(route.address, "it has no target that the laboratory knows");
  if (appliance.startsWith("aws_instance.")) return { kind: "interface", name: appliance };
  notModelled.push({ address: route.address, why: `${appliance} is not in the stack: what it gets is lost` });
  return { kind: "nowhere" };
}

function gatewayTarget(route: Resource, gateway: string): RouteTarget {
  if (gateway.startsWith("aws_internet_gateway.") || gateway.startsWith("igw-"))
    return { kind: "internet-gateway" };
  if (gateway.startsWith("vgw-")) return { kind: "outside", name: gateway };
  throw new CannotModel(route.address, `unknown gateway ${gateway}`);
}

function natTarget(stack: TerraformStack, name: string, notModelled: NotModelled[]): RouteTarget {
  const gateway = ofType(stack, "aws_nat_gateway").find(({ address }) => address === name);
  if (gateway !== undefined && literalAt(gateway, "availability_mode") !== "regional")
    return { kind: "nat-gateway", name };
  const why = gateway === undefined ? "it is not in the stack" : "it is regional";
  notModelled.push({ address: name, why: `${why}: what it gets is lost` });
  return { kind: "nowhere" };
}
