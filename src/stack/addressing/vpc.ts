import { Vpc, type VpcConfig } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association/index.js";
import {
  VpcIpv6CidrBlockAssociation,
  type VpcIpv6CidrBlockAssociationConfig,
} from "@cdktf/provider-aws/lib/vpc-ipv6-cidr-block-association/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { formatPrefix } from "../../base/prefix.ts";
import { ipv6Blocks } from "../../model/addressing/vpc.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { Ipv4Block, Ipv6Block, Ipv6Source, Vpc as VpcModel } from "../../model/types/subnets.ts";
import { isManagedHere } from "../existing/is-managed-here.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { ReferencedVpc } from "../existing/referenced-vpc.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type BlockMade, type IpamMade, resourceFor, type VpcMade } from "../resources.ts";
import { waitFor } from "../wait-for.ts";

const VPC = "aws_vpc.main";

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
export function addVpc(scope: Construct, network: Network, ipam: IpamMade): VpcMade {
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
      ...model.additionalIpv4.map((block) => associateIpv4(scope, network, vpc.id, block)),
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
  return { vpc: new ReferencedVpc(scope, id), cidrBlock: formatPrefix(ipv4.cidr.prefix), ownIpv6: [] };
}

interface OwnVpc {
  readonly own: Ipv6Block | null;
  readonly ipam: IpamMade;
  /** True when the provider reads an associated block back into a VPC that has none of its own. */
  readonly isReadBack: boolean;
}

function addOwnVpc(
  scope: Construct,
  { awsName, vpc: model }: Network,
  { own, ipam, isReadBack }: OwnVpc,
): VpcWithBlocks {
  const vpc = new Vpc(scope, VPC, {
    cidrBlock: formatPrefix(model.ipv4.cidr.prefix),
    enableDnsSupport: model.enableDnsSupport,
    enableDnsHostnames: model.enableDnsHostnames,
    instanceTenancy: model.instanceTenancy,
    ...(own === null ? {} : vpcArguments(own.source, ipam)),
    ...(isReadBack ? { lifecycle: { ignoreChanges: READ_BACK_FROM_ASSOCIATIONS } } : {}),
    tags: withNameTag(awsName, model.tags),
  });
  const ownIpv6 = own === null ? [] : [[own.id, { cidr: vpc.ipv6CidrBlock, association: null }] as const];
  return { vpc, cidrBlock: vpc.cidrBlock, ownIpv6 };
}

function vpcArguments(source: Ipv6Source, ipam: IpamMade): Partial<VpcConfig> {
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
  ipam: IpamMade,
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

/** A pool has something to give only once it has its blocks; no argument refers to those, so say it. */
function ipamArguments(
  { pool, netmaskLength, cidr }: Ipv6Source & { readonly kind: "ipam" },
  ipam: IpamMade,
) {
  const ipv6CidrBlock = cidr === null ? null : formatPrefix(cidr.prefix);
  const size = omitNull({ ipv6NetmaskLength: netmaskLength, ipv6CidrBlock });
  if (pool.kind === "id") return { ipv6IpamPoolId: pool.id, ...size };
  const blocks = resourceFor(ipam.ipamPoolCidrs, pool.name);
  return { ipv6IpamPoolId: resourceFor(ipam.ipamPools, pool.name).id, ...size, ...waitFor(blocks) };
}

function associateIpv4(
  scope: Construct,
  network: Network,
  vpcId: string,
  { id, cidr }: Ipv4Block,
): [string, BlockMade] {
  const address = terraformAddress("aws_vpc_ipv4_cidr_block_association", id);
  const cidrBlock = formatPrefix(cidr.prefix);
  if (!isManagedHere(network, VPC, { address, families: ["ipv4"] })) {
    return [id, { cidr: cidrBlock, association: null }];
  }
  const association = new VpcIpv4CidrBlockAssociation(scope, address, { vpcId, cidrBlock });
  return [id, { cidr: association.cidrBlock, association }];
}

function associateIpv6(
  scope: Construct,
  vpcId: string,
  { id, source }: Ipv6Block,
  ipam: IpamMade,
): [string, BlockMade] {
  const association = new VpcIpv6CidrBlockAssociation(
    scope,
    terraformAddress("aws_vpc_ipv6_cidr_block_association", id),
    {
      vpcId,
      ...associationArguments(source, ipam),
    },
  );
  return [id, { cidr: association.ipv6CidrBlock, association }];
}
