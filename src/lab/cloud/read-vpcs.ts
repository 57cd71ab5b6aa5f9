import { type Prefix, parsePrefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  flagAt,
  literalAt,
  nameAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { NotModelled, Vpc } from "./cloud.ts";
import type { MadeUpBlocks } from "./made-up-blocks.ts";

/** The VPCs of a stack, and the blocks that its expressions can name, by `<address>.<attribute>`. */
export interface VpcBlocks {
  readonly vpcs: readonly Vpc[];
  readonly blocks: ReadonlyMap<string, Prefix>;
  readonly notModelled: readonly NotModelled[];
}

interface Block {
  readonly vpc: string;
  readonly prefix: Prefix;
  readonly isPublic: boolean;
}

/** Amazon gives a /56. */
const AMAZON_LENGTH = 56;

/** Reads the VPCs and their blocks; those that only AWS knows before `apply` get documentation blocks. */
export function readVpcs(stack: TerraformStack, madeUp: MadeUpBlocks): VpcBlocks {
  const blocks = new Map<string, Prefix>();
  const notModelled: NotModelled[] = [];
  const found: Block[] = [];
  for (const vpc of ofType(stack, "aws_vpc")) {
    const ipv4 = ipv4Block(stack, vpc, madeUp);
    if (ipv4 !== null) found.push(take(vpc, vpc.address, "cidr_block", ipv4, true));
    const ipv6 = ipv6Block(stack, vpc, madeUp, notModelled);
    if (ipv6 !== null) found.push(take(vpc, vpc.address, "ipv6_cidr_block", ipv6.prefix, ipv6.isPublic));
  }
  for (const one of ofType(stack, "aws_vpc_ipv4_cidr_block_association")) {
    const block = ipv4Block(stack, one, madeUp);
    if (block === null) throw new CannotModel(one.address, "nothing says how large a block its pool gives");
    found.push(take(one, neededName(one, "vpc_id"), "cidr_block", block, true));
  }
  for (const one of ofType(stack, "aws_vpc_ipv6_cidr_block_association")) {
    const block = ipv6Block(stack, one, madeUp, notModelled);
    if (block === null) throw new CannotModel(one.address, "it has no block");
    found.push(take(one, neededName(one, "vpc_id"), "ipv6_cidr_block", block.prefix, block.isPublic));
  }
  return { vpcs: vpcNames(stack, found).map((name) => vpcOf(stack, name, found)), blocks, notModelled };

  function take(resource: Resource, vpc: string, attribute: string, prefix: Prefix, isPublic: boolean) {
    blocks.set(`${resource.address}.${attribute}`, prefix);
    return { vpc, prefix, isPublic };
  }
}

/** Also those that exist and are only named. */
function vpcNames(stack: TerraformStack, blocks: readonly Block[]): readonly string[] {
  const named = ofType(stack, "aws_subnet").map((subnet) => neededName(subnet, "vpc_id"));
  const made = ofType(stack, "aws_vpc").map(({ address }) => address);
  return [...new Set([...made, ...blocks.map(({ vpc }) => vpc), ...named])];
}

function vpcOf(stack: TerraformStack, name: string, blocks: readonly Block[]): Vpc {
  const own = blocks.filter(({ vpc }) => vpc === name);
  const gateway = (type: string, argument: string, id: RegExp) =>
    ofType(stack, type).find((one) => nameAt(one, one.body["vpc_id"]) === name)?.address ??
    routedGateway(stack, name, argument, id);
  const made = ofType(stack, "aws_vpc").find(({ address }) => address === name);
  return {
    name,
    ipv4: own.filter(({ prefix }) => prefix.family === "ipv4").map(({ prefix }) => prefix),
    ipv6: own.filter(({ prefix }) => prefix.family === "ipv6"),
    internetGateway: gateway("aws_internet_gateway", "gateway_id", /^igw-/),
    egressOnlyInternetGateway: gateway(
      "aws_egress_only_internet_gateway",
      "egress_only_gateway_id",
      /^eigw-/,
    ),
    dnsSupport: made === undefined || (flagAt(made, made.body["enable_dns_support"]) ?? true),
  };
}

/** A gateway that exists and that only routes name. */
function routedGateway(stack: TerraformStack, vpc: string, argument: string, id: RegExp): string | null {
  const tables = ofType(stack, "aws_route_table").filter((one) => nameAt(one, one.body["vpc_id"]) === vpc);
  const own = new Set(tables.map(({ address }) => address));
  const named = ofType(stack, "aws_route")
    .filter((route) => own.has(nameAt(route, route.body["route_table_id"]) ?? ""))
    .map((route) => nameAt(route, route.body[argument]) ?? "");
  return named.find((gateway) => id.test(gateway)) ?? null;
}

/** The IPv4 block of a VPC or an association: written, or one in place of what a pool would give. */
function ipv4Block(stack: TerraformStack, resource: Resource, madeUp: MadeUpBlocks): Prefix | null {
  const cidr = literalAt(resource, "cidr_block");
  if (cidr !== null) return written(resource, cidr);
  const length = numberAt(resource, resource.body["ipv4_netmask_length"]);
  const pool = nameAt(resource, resource.body["ipv4_ipam_pool_id"]);
  if (length === null || pool === null) return null;
  const source = poolCidr(stack, pool);
  return source === null ? madeUp.ipv4Block(length) : madeUp.ipv4Block(length, source);
}

/** The IPv6 block of a VPC or an association: written, or one in place of what Amazon or a pool would give. */
function ipv6Block(
  stack: TerraformStack,
  resource: Resource,
  madeUp: MadeUpBlocks,
  notModelled: NotModelled[],
): { readonly prefix: Prefix; readonly isPublic: boolean } | null {
  const { body } = resource;
  const cidr = literalAt(resource, "ipv6_cidr_block");
  const pool = nameAt(resource, body["ipv6_ipam_pool_id"]);
  const isPublic = pool === null || isPublicPool(stack, pool, resource, notModelled);
  if (cidr !== null) return { prefix: written(resource, cidr), isPublic };
  if (flagAt(resource, body["assign_generated_ipv6_cidr_block"]) === true)
    return { prefix: madeUp.ipv6(AMAZON_LENGTH), isPublic: true };
  if (pool === null) return null;
  const length = numberAt(resource, body["ipv6_netmask_length"]) ?? AMAZON_LENGTH;
  const source = isPublic ? null : poolCidr(stack, pool);
  return { prefix: source === null ? madeUp.ipv6(length) : madeUp.ipv6(length, source), isPublic };
}

/** Only a pool of a private scope gives addresses that no gateway carries to the internet. */
function isPublicPool(
  stack: TerraformStack,
  pool: string,
  asker: Resource,
  notModelled: NotModelled[],
): boolean {
  const made = ofType(stack, "aws_vpc_ipam_pool").find(({ address }) => address === pool);
  if (made === undefined) {
    notModelled.push({ address: asker.address, why: `${pool} is not in the stack: taken as a public pool` });
    return true;
  }
  const scope = made.body["ipam_scope_id"];
  return typeof scope !== "string" || !scope.endsWith(".private_default_scope_id}");
}

function poolCidr(stack: TerraformStack, pool: string): Prefix | null {
  const cidrs = ofType(stack, "aws_vpc_ipam_pool_cidr").filter(
    (one) => nameAt(one, one.body["ipam_pool_id"]) === pool,
  );
  return cidrs.map((one) => parsePrefix(literalAt(one, "cidr") ?? "")).find((cidr) => cidr !== null) ?? null;
}

function written(resource: Resource, text: string): Prefix {
  const prefix = parsePrefix(text);
  if (prefix === null) throw new CannotModel(resource.address, `${JSON.stringify(text)} is no prefix`);
  return prefix;
}
