import { formatPrefix, type Prefix } from "../../base/prefix.ts";
import {
  literalAt,
  namesAt,
  neededName,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { NotModelled, Outside, OutsideVpc, Route, Vpc } from "./cloud.ts";
import { distinctPrefixes } from "./distinct-prefixes.ts";
import type { SubnetWithTable } from "./read-subnets.ts";

/** What is read before the networks beyond the stack. */
interface Known {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly SubnetWithTable[];
  readonly routes: ReadonlyMap<string, readonly Route[]>;
}

/** The networks behind peering connections, transit gateways and VPNs, as far as routes name them. */
export function readOutsides(
  stack: TerraformStack,
  known: Known,
): { readonly outsides: readonly Outside[]; readonly notModelled: readonly NotModelled[] } {
  const notModelled: NotModelled[] = [];
  const tables = new Set(ofType(stack, "aws_route_table").map(({ address }) => address));
  const byOutside = new Map<string, { table: string; destination: Prefix }[]>();
  for (const [table, routes] of known.routes)
    for (const { target, destination } of routes)
      if (target.kind === "outside")
        byOutside.set(target.name, [...(byOutside.get(target.name) ?? []), { table, destination }]);
  const outsides = [...byOutside].map(([name, routes]): Outside => {
    const ours = routes.filter(({ table }) => tables.has(table));
    const theirs = routes.filter(({ table }) => !tables.has(table)).map(({ destination }) => destination);
    const vpcs = vpcsOf(stack, known, name, new Set(ours.map(({ table }) => table)));
    const back = (vpc: string) => (theirs.length > 0 ? theirs : blocksOf(known.vpcs, vpc));
    if (theirs.length === 0)
      notModelled.push({
        address: name,
        why: "the other side's routes are not in the stack: taken as there",
      });
    const kind = kindOf(stack, name);
    const prefixes = distinctPrefixes(ours.map(({ destination }) => destination));
    const answering = kind === "peering" ? prefixes.filter(isPartOfVpc) : prefixes;
    for (const prefix of prefixes.filter((one) => !answering.includes(one)))
      notModelled.push({
        address: name,
        why: `which part of ${formatPrefix(prefix)} is the peer's is not in the stack: nothing of it answers`,
      });
    return {
      name,
      kind,
      prefixes: answering,
      vpcs: vpcs.map((vpc) => memberOf(stack, name, vpc, back(vpc))),
    };
  });
  return { outsides, notModelled };
}

/** A VPC has nothing larger (VPC User Guide, "VPC CIDR blocks"): a peer leads to no other network. */
function isPartOfVpc({ family, length }: Prefix): boolean {
  return length >= (family === "ipv4" ? 16 : 44);
}

function kindOf(stack: TerraformStack, name: string): Outside["kind"] {
  if (/^(aws_ec2_transit_gateway\.|tgw-)/.test(name) || attachments(stack, name).length > 0)
    return "transit-gateway";
  return name.startsWith("vgw-") ? "vpn" : "peering";
}

/** Those that take part by a resource of the stack, and those whose tables lead there. */
function vpcsOf(
  stack: TerraformStack,
  { vpcs, subnets }: Known,
  name: string,
  tables: ReadonlySet<string>,
): readonly string[] {
  const peering = ofType(stack, "aws_vpc_peering_connection").filter(({ address }) => address === name);
  const members = [
    ...peering.flatMap((one) => [neededName(one, "vpc_id"), neededName(one, "peer_vpc_id")]),
    ...attachments(stack, name).map((one) => neededName(one, "vpc_id")),
    ...subnets
      .filter(({ routeTable }) => routeTable !== null && tables.has(routeTable))
      .map(({ vpc }) => vpc),
  ];
  return vpcs.map((vpc) => vpc.name).filter((vpc) => members.includes(vpc));
}

function memberOf(stack: TerraformStack, name: string, vpc: string, back: readonly Prefix[]): OutsideVpc {
  const own = attachments(stack, name).filter((one) => neededName(one, "vpc_id") === vpc);
  if (own.length === 0) return { vpc, back, attachedSubnets: null };
  const carriesIpv6 = own.some((one) => literalAt(one, "ipv6_support") === "enable");
  return {
    vpc,
    back: back.filter(({ family }) => family === "ipv4" || carriesIpv6),
    attachedSubnets: own.flatMap((one) => namesAt(one, "subnet_ids")),
  };
}

function attachments(stack: TerraformStack, transitGateway: string): readonly Resource[] {
  return ofType(stack, "aws_ec2_transit_gateway_vpc_attachment").filter(
    (one) => neededName(one, "transit_gateway_id") === transitGateway,
  );
}

/** The blocks of a VPC. */
export function blocksOf(vpcs: readonly Vpc[], name: string): readonly Prefix[] {
  return vpcs
    .filter((vpc) => vpc.name === name)
    .flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6.map(({ prefix }) => prefix)]);
}
