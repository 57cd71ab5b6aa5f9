import { AMAZON_PROVIDED_IPV6_LENGTH } from "../../aws/address-sizes.ts";
import type { Path } from "../../base/path.ts";
import type {
  AdditionalIpv4Block,
  AdditionalIpv6Block,
  Blueprint,
  IpamIpv6,
  VpcIpv6,
  Vpc as WrittenVpc,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, readCidr, report, sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { Cidr } from "../types/shared.ts";
import type { Ipv4Block, Ipv6Block, Ipv6Source, Vpc, VpcDefaults } from "../types/subnets.ts";
import { readIpamPool } from "./ipam/read-ipam-pool.ts";
import { readIpv4Block, readOwnIpv4Block } from "./read-ipv4-block.ts";

/** The logical id of the blocks that the VPC itself is made with. */
export const MAIN_BLOCK = "main";

/** The VPC with its blocks; null when its own IPv4 or IPv6 block cannot be read. */
export function normaliseVpc(context: Context, blueprint: Blueprint): Vpc | null {
  const written = blueprint.network.vpc;
  const path: Path = ["network", "vpc"];
  const pools = namesOf(blueprint.ipam?.pools ?? {});
  const ipv4 = readOwnIpv4Block(context, { id: MAIN_BLOCK, written, pools, path });
  const ipv6 = readIpv6Source(context, written.ipv6, pools, [...path, "ipv6"]);
  const additionalIpv4 = sortedEntries(written.additionalIpv4Cidrs).map(([name, block]) =>
    additionalIpv4Block(context, name, block, pools, [...path, "additionalIpv4Cidrs", name]),
  );
  const additionalIpv6 = sortedEntries(written.additionalIpv6Cidrs).map(([name, source]) =>
    additionalIpv6Block(context, name, source, pools, [...path, "additionalIpv6Cidrs", name]),
  );
  if (ipv4 === null || ipv6 === null) return null;
  return {
    path,
    ipv4,
    additionalIpv4: additionalIpv4.filter((block) => block !== null),
    ipv6: ipv6.kind === "none" ? null : ipv6Block(MAIN_BLOCK, [...path, "ipv6"], ipv6, ipv6.kind !== "byoip"),
    additionalIpv6: additionalIpv6.filter((block) => block !== null),
    enableDnsSupport: written.enableDnsSupport,
    enableDnsHostnames: written.enableDnsHostnames,
    enableNetworkAddressUsageMetrics: written.enableNetworkAddressUsageMetrics,
    instanceTenancy: written.instanceTenancy,
    defaults: vpcDefaults(context, written, [...path, "defaults"]),
    tags: written.tags,
  };
}

/** A VPC that was there before may have hosts that live by what AWS gave it: only the author may take that away. */
function vpcDefaults(context: Context, { defaults, existing }: WrittenVpc, path: Path): VpcDefaults {
  const isReferenced = existing?.management === "reference";
  for (const [key, done] of Object.entries(defaults)) {
    if (!isReferenced || done === "untouched") continue;
    const message = `vpc.defaults.${key} changes a VPC that stays managed outside this stack`;
    report(context, "model/vpc-defaults", [...path, key], message, "take it out, and ask the VPC's owner");
  }
  const leftOut = existing === undefined ? "emptied" : "untouched";
  const { securityGroup = leftOut, routeTable = leftOut, networkAcl } = defaults;
  return { path, isWritten: Object.keys(defaults).length > 0, securityGroup, routeTable, networkAcl };
}

/** The VPC's IPv4 blocks by id, its own first. */
export function ipv4Blocks(vpc: Vpc): readonly Ipv4Block[] {
  return [vpc.ipv4, ...vpc.additionalIpv4];
}

/** Those of the IPv4 blocks that are known before apply. */
export function knownIpv4Blocks(vpc: Vpc): readonly (Ipv4Block & { readonly cidr: Cidr })[] {
  return ipv4Blocks(vpc).flatMap(({ cidr, ...block }) => (cidr === null ? [] : [{ ...block, cidr }]));
}

/** The VPC's IPv6 blocks by id, its own first; none when the VPC has no IPv6. */
export function ipv6Blocks(vpc: Vpc): readonly Ipv6Block[] {
  return vpc.ipv6 === null ? vpc.additionalIpv6 : [vpc.ipv6, ...vpc.additionalIpv6];
}

/** The VPC's blocks that are known before apply: what the author named. */
export function knownBlocks(vpc: Vpc): readonly Cidr[] {
  return placedBlocks(vpc).map(({ cidr }) => cidr);
}

/** The same, with the paths of the blocks. */
export function placedBlocks(vpc: Vpc): readonly { readonly path: Path; readonly cidr: Cidr }[] {
  const ipv6 = ipv6Blocks(vpc).flatMap(({ path, source }) =>
    (source.kind === "byoip" || source.kind === "ipam") && source.cidr !== null
      ? [{ path, cidr: source.cidr }]
      : [],
  );
  return [...knownIpv4Blocks(vpc), ...ipv6];
}

function additionalIpv4Block(
  context: Context,
  name: string,
  written: AdditionalIpv4Block,
  pools: readonly string[],
  path: Path,
): Ipv4Block | null {
  return isMain(context, name, path) ? null : readIpv4Block(context, { id: name, written, pools, path });
}

function additionalIpv6Block(
  context: Context,
  name: string,
  written: AdditionalIpv6Block,
  pools: readonly string[],
  path: Path,
): Ipv6Block | null {
  if (isMain(context, name, path)) return null;
  const source = readIpv6Source(context, written, pools, path);
  return source === null || source.kind === "none" ? null : ipv6Block(name, path, source, false);
}

function isMain(context: Context, name: string, path: Path): boolean {
  if (name !== MAIN_BLOCK) return false;
  report(
    context,
    "model/reserved-name",
    path,
    `"${MAIN_BLOCK}" is the name of the VPC's own block`,
    "choose another name",
  );
  return true;
}

function ipv6Block(id: string, path: Path, source: Ipv6Source, ownedByVpc: boolean): Ipv6Block {
  return { id, path, source, length: lengthOf(source), ownedByVpc };
}

function lengthOf(source: Ipv6Source): number {
  if (source.kind === "byoip") return source.cidr.prefix.length;
  if (source.kind !== "ipam") return AMAZON_PROVIDED_IPV6_LENGTH;
  return source.cidr?.prefix.length ?? source.netmaskLength ?? AMAZON_PROVIDED_IPV6_LENGTH;
}

function readIpv6Source(
  context: Context,
  written: VpcIpv6 | AdditionalIpv6Block,
  pools: readonly string[],
  path: Path,
): Ipv6Source | null {
  if (written.ipam !== undefined) return readIpamSource(context, written.ipam, pools, [...path, "ipam"]);
  if (written.byoip !== undefined) {
    const cidr: Cidr | null = readCidr(context, written.byoip.cidr, [...path, "byoip", "cidr"], "ipv6");
    return cidr === null ? null : { kind: "byoip", poolId: written.byoip.poolId, cidr };
  }
  if (written.amazonProvided !== undefined) {
    return { kind: "amazon-provided", networkBorderGroup: written.amazonProvided.networkBorderGroup ?? null };
  }
  return { kind: "none" };
}

function readIpamSource(
  context: Context,
  written: IpamIpv6,
  pools: readonly string[],
  path: Path,
): Ipv6Source | null {
  const text = written.cidr;
  const cidr = text === undefined ? null : readCidr(context, text, [...path, "cidr"], "ipv6");
  const pool = readIpamPool(context, written, pools, path);
  if ((text !== undefined && cidr === null) || pool === null) return null;
  return { kind: "ipam", pool, netmaskLength: written.netmaskLength ?? null, cidr };
}
