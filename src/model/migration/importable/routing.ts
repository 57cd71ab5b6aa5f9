import type { Network } from "../../types/network.ts";
import type { NatGateway, RouteTable, RouteTarget } from "../../types/routing.ts";
import type { SubnetId } from "../../types/shared.ts";
import { terraformAddress } from "../terraform-address.ts";
import { type Importable, importable } from "./importable-resource.ts";
import { importableLinks, linkOfRoute } from "./links.ts";

const INTERNET_GATEWAY = importable("aws_internet_gateway", "main");
const EGRESS_ONLY_GATEWAY = importable("aws_egress_only_internet_gateway", "main");

/** Gateways, links to others, and route tables with their routes and subnets. */
export function importableRouting(network: Network): readonly Importable[] {
  const links = importableLinks(network);
  const linked = new Set<string>(links.map(({ address }) => address));
  return [
    ...links,
    ...(network.internetGateway ? [INTERNET_GATEWAY] : []),
    ...(network.egressOnlyInternetGateway ? [EGRESS_ONLY_GATEWAY] : []),
    ...network.natGateways.flatMap(natGateway),
    ...network.routeTables.flatMap((table) => routeTable(table, linked)),
  ];
}

/** A regional gateway has no Elastic IP of the blueprint's: AWS gives it addresses, or they are named by their ids. */
function natGateway({ connectivityType, gateways }: NatGateway): readonly Importable[] {
  const isPublic = connectivityType === "public";
  return gateways.flatMap(({ id, place, allocationId }) => {
    if (place === null) return [importable("aws_nat_gateway", id, [INTERNET_GATEWAY.address])];
    return zonalNatGateway(id, place.subnet, isPublic, isPublic && allocationId === null);
  });
}

function zonalNatGateway(
  id: string,
  subnet: SubnetId,
  isPublic: boolean,
  hasAddress: boolean,
): readonly Importable[] {
  return [
    ...(hasAddress ? [importable("aws_eip", id, [terraformAddress("aws_nat_gateway", id)])] : []),
    importable("aws_nat_gateway", id, [
      terraformAddress("aws_subnet", subnet),
      ...(hasAddress ? [terraformAddress("aws_eip", id)] : []),
      ...(isPublic ? [INTERNET_GATEWAY.address] : []),
    ]),
  ];
}

function routeTable(
  { id, subnets, routes, prefixListRoutes }: RouteTable,
  links: ReadonlySet<string>,
): readonly Importable[] {
  const table = importable("aws_route_table", id);
  return [
    table,
    ...subnets.map((subnet) =>
      importable("aws_route_table_association", subnet, [
        table.address,
        terraformAddress("aws_subnet", subnet),
      ]),
    ),
    ...[...routes, ...prefixListRoutes]
      .filter(({ target }) => !isNew(target, links))
      .map((route) => importable("aws_route", route.id, [table.address, ...gatewayOf(route.target)])),
  ];
}

/** An endpoint that the blueprint makes is new, and so is the route to it; the like of a link that cannot be imported. */
function isNew(target: RouteTarget, links: ReadonlySet<string>): boolean {
  const link = linkOfRoute(target);
  return target.kind === "inspection-endpoint" || (link !== null && !links.has(link));
}

/** The gateway or link of the blueprint's that can have been there before. */
function gatewayOf(target: RouteTarget): readonly string[] {
  switch (target.kind) {
    case "internet-gateway":
      return [INTERNET_GATEWAY.address];
    case "egress-only-internet-gateway":
      return [EGRESS_ONLY_GATEWAY.address];
    case "nat-gateway":
      return [terraformAddress("aws_nat_gateway", target.gateway)];
    case "instance":
      return [terraformAddress("aws_instance", target.name)];
    default:
      return [linkOfRoute(target)].filter((link) => link !== null);
  }
}
