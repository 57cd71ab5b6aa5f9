import type { Draw } from "./drawing.ts";
import { drawLinks, type Target } from "./random-links.ts";
import type { StateInMaking } from "./state-of.ts";

/** The ground of a random VPC. */
export interface RandomNetwork {
  readonly vpcId: string;
  readonly hasIpv6: boolean;
  readonly hasInternetGateway: boolean;
  readonly subnets: readonly RandomSubnet[];
}

/** A subnet of it. */
export interface RandomSubnet {
  readonly id: string;
  readonly letter: string;
}

const NAMES = [
  "public-a",
  "Private Subnet One",
  "app-eu-west-1b",
  "DMZ (öffentlich) 1",
  "data",
  "true",
  "123",
  "",
] as const;
const MAIN_TABLE = "rtb-0000000000000aaaa";

/** Draws a VPC with its subnets, gateways and route tables. */
export function drawNetwork(draw: Draw, state: StateInMaking): RandomNetwork {
  const hasIpv6 = draw.chance(50);
  const vpcId = state.add("aws_vpc", "vpc", {
    cidr_block: "10.0.0.0/16",
    ...(hasIpv6
      ? { ipv6_cidr_block: "2001:db8:0:4200::/56", ipv6_association_id: "vpc-cidr-assoc-00aa" }
      : {}),
    enable_dns_support: true,
    enable_dns_hostnames: draw.chance(80),
    main_route_table_id: MAIN_TABLE,
    tags: { Name: draw.oneOf("shop", "", "Größe 1") },
  });
  if (draw.chance(20))
    state.add("aws_vpc_ipv4_cidr_block_association", "vpc-cidr-assoc", {
      vpc_id: vpcId,
      cidr_block: "10.1.0.0/16",
    });
  const subnets = drawSubnets(draw, state, vpcId, hasIpv6);
  const hasInternetGateway = draw.chance(80);
  const gateways = [
    ...(hasInternetGateway
      ? [["gateway_id", state.add("aws_internet_gateway", "igw", { vpc_id: vpcId })] as const]
      : []),
    ...drawNats(draw, state, subnets, hasInternetGateway).map((id) => ["nat_gateway_id", id] as const),
  ];
  const egress =
    hasIpv6 && draw.chance(50)
      ? state.add("aws_egress_only_internet_gateway", "eigw", { vpc_id: vpcId })
      : null;
  const links = drawLinks(draw, state, vpcId, subnets);
  drawTables(draw, state, { vpcId, hasIpv6, hasInternetGateway, subnets }, { gateways, egress, links });
  return { vpcId, hasIpv6, hasInternetGateway, subnets };
}

function drawSubnets(
  draw: Draw,
  state: StateInMaking,
  vpcId: string,
  hasIpv6: boolean,
): readonly RandomSubnet[] {
  const letters = "abc".slice(0, 1 + draw.upTo(2));
  const isInRow = draw.chance(50);
  return Array.from({ length: 1 + draw.upTo(8) }, (_, index) => {
    const letter = letters.charAt(draw.upTo(letters.length - 1));
    const number = isInRow ? index : index * 16 + draw.upTo(3);
    const block = `2001:db8:0:42${number.toString(16).padStart(2, "0")}::/64`;
    const ipv6 = hasIpv6 && draw.chance(60) ? { ipv6_cidr_block: block } : {};
    const handsOut = "ipv6_cidr_block" in ipv6 && draw.chance(40);
    const id = state.add("aws_subnet", "subnet", {
      vpc_id: vpcId,
      cidr_block: `10.0.${index}.0/24`,
      availability_zone: draw.chance(95) ? `eu-west-1${letter}` : `eu-west-1-lhr-1${letter}`,
      ...ipv6,
      assign_ipv6_address_on_creation: handsOut,
      enable_dns64: "ipv6_cidr_block" in ipv6 && draw.chance(40),
      map_public_ip_on_launch: draw.chance(30),
      tags: { Name: draw.oneOf(...NAMES) },
    });
    return { id, letter };
  });
}

function drawNats(
  draw: Draw,
  state: StateInMaking,
  subnets: readonly RandomSubnet[],
  hasInternetGateway: boolean,
): readonly string[] {
  return draw.some(subnets.slice(0, 3)).map(({ id }) => {
    const isPublic = hasInternetGateway && draw.chance(80);
    const address = isPublic ? { allocation_id: state.add("aws_eip", "eipalloc", { domain: "vpc" }) } : {};
    const connectivity = { connectivity_type: isPublic ? "public" : "private" };
    return state.add("aws_nat_gateway", "nat", { subnet_id: id, ...connectivity, ...address });
  });
}

interface Ways {
  readonly gateways: readonly Target[];
  readonly egress: string | null;
  readonly links: readonly Target[];
}

function drawTables(
  draw: Draw,
  state: StateInMaking,
  { vpcId, hasIpv6, hasInternetGateway, subnets }: RandomNetwork,
  { gateways, egress, links }: Ways,
): void {
  const further: readonly Target[] = [
    ...links,
    ["transit_gateway_id", "tgw-0000000000000000a"],
    ["vpc_peering_connection_id", "pcx-0000000000000000a"],
    ["network_interface_id", "eni-0000000000000000a"],
    ["gateway_id", "vgw-0000000000000000a"],
  ];
  const [first = ["transit_gateway_id", "tgw-0000000000000000a"] as const, ...rest] = gateways;
  const toIpv6: readonly Target[] = [
    ...(egress === null ? [] : [["egress_only_gateway_id", egress] as const]),
    ...(hasInternetGateway ? gateways.filter(([, id]) => id.startsWith("igw-")) : []),
  ];
  const drawRoutes = () => [
    ...(draw.chance(70) ? [route("cidr_block", "0.0.0.0/0", draw.oneOf(first, ...rest))] : []),
    ...(hasIpv6 && toIpv6[0] !== undefined && draw.chance(50)
      ? [route("ipv6_cidr_block", "::/0", draw.oneOf(toIpv6[0], ...toIpv6.slice(1)))]
      : []),
    ...draw
      .some(["10.9.0.0/16", "192.168.0.0/16", "172.16.0.0/12"])
      .map((block) => route("cidr_block", block, draw.oneOf(first, ...further))),
  ];
  const tables = Array.from({ length: draw.upTo(3) }, () => {
    const routes = drawRoutes();
    const isInline = draw.chance(50);
    const table = state.add("aws_route_table", "rtb", { vpc_id: vpcId, route: isInline ? routes : [] });
    if (!isInline) for (const one of routes) addRoute(state, table, one);
    return table;
  });
  if (draw.chance(30))
    state.add("aws_default_route_table", "rtb", { id: MAIN_TABLE, vpc_id: vpcId, route: drawRoutes() });
  for (const { id } of subnets) {
    const table = draw.oneOf(null, ...tables);
    if (table !== null)
      state.add("aws_route_table_association", "rtbassoc", { subnet_id: id, route_table_id: table });
  }
}

function route(key: string, block: string, [attribute, id]: Target): Readonly<Record<string, string>> {
  return { [key]: block, [attribute]: id };
}

function addRoute(state: StateInMaking, table: string, inline: Readonly<Record<string, string>>): void {
  const { cidr_block, ipv6_cidr_block, ...target } = inline;
  const destination =
    cidr_block === undefined
      ? { destination_ipv6_cidr_block: ipv6_cidr_block }
      : { destination_cidr_block: cidr_block };
  state.add("aws_route", `r-${table}`, { route_table_id: table, ...destination, ...target });
}
