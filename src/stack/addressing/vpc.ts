import { Vpc, type VpcConfig } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association/index.js";
import {
  VpcIpv6CidrBlockAssociation,
  type VpcIpv6CidrBlockAssociationConfig,
} from "@cdktf/provider-aws/lib/vpc-ipv6-cidr-block-association/index.js";
import type { Construct } from "constructs";
import { assertNever, invariant } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type {
  IpamPoolReference,
  Ipv4Block,
  Ipv6Block,
  Ipv6Source,
  Vpc as VpcModel,
} from "../../model/types/subnets.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { ReferencedVpc } from "../existing/referenced-vpc.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import type { BlockMade, VpcMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";
import { type PoolsMade, poolFor } from "./pool-for.ts";

const VPC = "aws_vpc.main";

type IpamSource = Ipv6Source & { readonly kind: "ipam" };

/**
 * What the provider reads back into `aws_vpc` from any IPv6 block of the VPC while the VPC has none of its own. Not
 * ignored, the next apply would see them as a change and take the associated block away, addresses and all.
 */
const READ_BACK_FROM_ASSOCIATIONS = [
  "assign_generated_ipv6_cidr_block",
  "ipv6_cidr_block",
  "ipv6_cidr_block_network_border_group",
  "ipv6_ipam_pool_id",
  "ipv6_netmask_length",
];

/** Makes the VPC, unless it is managed outside this stack, and associates the blocks that it does not bring itself. */
export function addVpc(scope: Construct, network: Network, ipam: PoolsMade): VpcMade {
  const { vpc: model } = network;
  const owner = ownershipOf(network, VPC);
  const isReferenced = owner.kind === "external";
  const ipv6 = ipv6Blocks(model);
  // A VPC managed outside this stack takes a block by an association only.
  const associated = ipv6.filter((block) => isReferenced || !block.ownedByVpc);
  const own = !isReferenced && model.ipv6?.ownedByVpc === true ? model.ipv6 : null;
  const made = isReferenced
    ? referencedVpc(scope, model, owner.id)
    : addOwnVpc(scope, network, { own, ipam, isReadBack: own === null && associated.length > 0 });
  const { vpc } = made;
  return {
    vpc,
    ownVpc: vpc instanceof Vpc ? vpc : null,
    ipv4Blocks: new Map([
      [model.ipv4.id, { cidr: made.cidrBlock, association: null }],
      ...model.additionalIpv4.map((block) => associateIpv4(scope, network, { vpcId: vpc.id, block, ipam })),
    ]),
    ipv6Blocks: new Map([
      ...made.ownIpv6,
      ...associated.map((block) => associateIpv6(scope, vpc.id, block, ipam)),
    ]),
  };
}

/** The VPC with the blocks that it brings itself. */
interface VpcWithBlocks {
  readonly vpc: VpcMade["vpc"];
  readonly cidrBlock: string;
  readonly ownIpv6: readonly (readonly [string, BlockMade])[];
}

function referencedVpc(scope: Construct, { ipv4 }: VpcModel, id: string): VpcWithBlocks {
  invariant(ipv4.cidr !== null, "a VPC managed outside this stack has a block that is known");
  return { vpc: new ReferencedVpc(scope, id), cidrBlock: formatPrefix(ipv4.cidr.prefix), ownIpv6: [] };
}

interface OwnVpc {
  readonly own: Ipv6Block | null;
  readonly ipam: PoolsMade;
  /** True when the provider reads an associated block back into a VPC that has none of its own. */
  readonly isReadBack: boolean;
}

function addOwnVpc(
  scope: Construct,
  { awsName, vpc: model }: Network,
  { own, ipam, isReadBack }: OwnVpc,
): VpcWithBlocks {
  const ipv4Pool = poolFor(model.ipv4.pool, ipam);
  const ipv6Pool = poolFor(own === null ? null : poolOf(own.source), ipam);
  const vpc = new Vpc(scope, VPC, {
    ...ipv4Arguments(model.ipv4),
    ...omitNull({ ipv4IpamPoolId: ipv4Pool.id }),
    enableDnsSupport: model.enableDnsSupport,
    enableDnsHostnames: model.enableDnsHostnames,
    ...omitNull({
      enableNetworkAddressUsageMetrics: model.enableNetworkAddressUsageMetrics || null,
    }),
    instanceTenancy: model.instanceTenancy,
    ...(own === null ? {} : vpcArguments(own.source, ipam)),
    ...waitFor([...ipam.accepted, ...ipv4Pool.blocks, ...ipv6Pool.blocks]),
    ...(isReadBack ? { lifecycle: { ignoreChanges: READ_BACK_FROM_ASSOCIATIONS } } : {}),
    tags: withNameTag(awsName, model.tags),
  });
  const ownIpv6 = own === null ? [] : [[own.id, { cidr: vpc.ipv6CidrBlock, association: null }] as const];
  return { vpc, cidrBlock: vpc.cidrBlock, ownIpv6 };
}

/** The very block, or how large a one the pool is to give. */
function ipv4Arguments({
  cidr,
  length,
}: Ipv4Block): { readonly cidrBlock: string } | { readonly ipv4NetmaskLength: number } {
  return cidr === null ? { ipv4NetmaskLength: length } : { cidrBlock: formatPrefix(cidr.prefix) };
}

function vpcArguments(source: Ipv6Source, ipam: PoolsMade): Partial<VpcConfig> {
  switch (source.kind) {
    case "amazon-provided":
      return {
        assignGeneratedIpv6CidrBlock: true,
        ...omitNull({ ipv6CidrBlockNetworkBorderGroup: source.networkBorderGroup }),
      };
    case "ipam":
      return ipamArguments(source, ipam);
    case "byoip":
    case "none":
      throw new Error(`internal error: a VPC cannot be made with a block of source ${source.kind}`);
    default:
      return assertNever(source);
  }
}

function associationArguments(
  source: Ipv6Source,
  ipam: PoolsMade,
): Partial<VpcIpv6CidrBlockAssociationConfig> {
  switch (source.kind) {
    case "amazon-provided":
      return { assignGeneratedIpv6CidrBlock: true };
    case "ipam":
      return ipamArguments(source, ipam);
    case "byoip":
      return { ipv6Pool: source.poolId, ipv6CidrBlock: formatPrefix(source.cidr.prefix) };
    case "none":
      throw new Error("internal error: a block of source none cannot be associated");
    default:
      return assertNever(source);
  }
}

function ipamArguments({ pool, netmaskLength, cidr }: IpamSource, ipam: PoolsMade) {
  const ipv6CidrBlock = cidr === null ? null : formatPrefix(cidr.prefix);
  return omitNull({
    ipv6IpamPoolId: poolFor(pool, ipam).id,
    ipv6NetmaskLength: netmaskLength,
    ipv6CidrBlock,
  });
}

/** The pool of an IPv6 block; null: it comes from none. */
function poolOf(source: Ipv6Source): IpamPoolReference | null {
  return source.kind === "ipam" ? source.pool : null;
}

interface Associated {
  readonly vpcId: string;
  readonly block: Ipv4Block;
  readonly ipam: PoolsMade;
}

function associateIpv4(
  scope: Construct,
  network: Network,
  { vpcId, block, ipam }: Associated,
): [string, BlockMade] {
  const address = terraformAddress("aws_vpc_ipv4_cidr_block_association", block.id);
  // What is asked for by its size is not there yet, whoever manages the VPC.
  if (block.cidr !== null && !isManagedHere(network, VPC, { address, families: ["ipv4"] })) {
    return [block.id, { cidr: formatPrefix(block.cidr.prefix), association: null }];
  }
  const pool = poolFor(block.pool, ipam);
  const association = new VpcIpv4CidrBlockAssociation(scope, address, {
    vpcId,
    ...ipv4Arguments(block),
    ...omitNull({ ipv4IpamPoolId: pool.id }),
    ...waitFor(pool.blocks),
  });
  return [block.id, { cidr: association.cidrBlock, association }];
}

function associateIpv6(
  scope: Construct,
  vpcId: string,
  { id, source }: Ipv6Block,
  ipam: PoolsMade,
): [string, BlockMade] {
  const association = new VpcIpv6CidrBlockAssociation(
    scope,
    terraformAddress("aws_vpc_ipv6_cidr_block_association", id),
    {
      vpcId,
      ...associationArguments(source, ipam),
      ...waitFor(poolFor(poolOf(source), ipam).blocks),
    },
  );
  return [id, { cidr: association.ipv6CidrBlock, association }];
}
