import { Vpc, type VpcConfig } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association/index.js";
import {
  VpcIpv6CidrBlockAssociation,
  type VpcIpv6CidrBlockAssociationConfig,
} from "@cdktf/provider-aws/lib/vpc-ipv6-cidr-block-association/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../base/invariant.ts";
import { formatPrefix } from "../base/prefix.ts";
import type { Network } from "../model/types/network.ts";
import type { Ipv4Block, Ipv6Block, Ipv6Source } from "../model/types/subnets.ts";
import { given } from "./given.ts";
import { type BlockMade, type IpamMade, madeFor, type VpcMade } from "./made.ts";
import { withNameTag } from "./name-tag.ts";
import { waitFor } from "./wait-for.ts";

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

/** Makes the VPC and associates the blocks that `aws_vpc` itself cannot bring. */
export function addVpc(scope: Construct, network: Network, ipam: IpamMade): VpcMade {
  const { vpc: model } = network;
  const associated = [...(model.ipv6 === null ? [] : [model.ipv6]), ...model.additionalIpv6].filter(
    (block) => !block.ownedByVpc,
  );
  const own = model.ipv6?.ownedByVpc === true ? model.ipv6 : null;
  const vpc = new Vpc(scope, "aws_vpc.main", {
    cidrBlock: formatPrefix(model.ipv4.cidr.prefix),
    enableDnsSupport: model.enableDnsSupport,
    enableDnsHostnames: model.enableDnsHostnames,
    instanceTenancy: model.instanceTenancy,
    ...(own === null ? {} : vpcArguments(own.source, ipam)),
    ...(own === null && associated.length > 0
      ? { lifecycle: { ignoreChanges: READ_BACK_FROM_ASSOCIATIONS } }
      : {}),
    tags: withNameTag(network.name, model.tags),
  });
  const ownIpv6: [string, BlockMade][] =
    own === null ? [] : [[own.id, { cidr: vpc.ipv6CidrBlock, association: null }]];
  return {
    vpc,
    ipv4Blocks: new Map([
      [model.ipv4.id, { cidr: vpc.cidrBlock, association: null }],
      ...model.additionalIpv4.map((block) => associateIpv4(scope, vpc, block)),
    ]),
    ipv6Blocks: new Map([...ownIpv6, ...associated.map((block) => associateIpv6(scope, vpc, block, ipam))]),
  };
}

function vpcArguments(source: Ipv6Source, ipam: IpamMade): Partial<VpcConfig> {
  switch (source.kind) {
    case "amazon-provided":
      return {
        assignGeneratedIpv6CidrBlock: true,
        ...given({ ipv6CidrBlockNetworkBorderGroup: source.networkBorderGroup }),
      };
    case "ipam":
      return ipamArguments(source, ipam);
    case "byoip":
    case "none":
      return {};
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
      return {};
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
  const size = given({ ipv6NetmaskLength: netmaskLength, ipv6CidrBlock });
  if (pool.kind === "id") return { ipv6IpamPoolId: pool.id, ...size };
  const blocks = madeFor(ipam.ipamPoolCidrs, pool.name);
  return { ipv6IpamPoolId: madeFor(ipam.ipamPools, pool.name).id, ...size, ...waitFor(blocks) };
}

function associateIpv4(scope: Construct, vpc: Vpc, { id, cidr }: Ipv4Block): [string, BlockMade] {
  const association = new VpcIpv4CidrBlockAssociation(scope, `aws_vpc_ipv4_cidr_block_association.${id}`, {
    vpcId: vpc.id,
    cidrBlock: formatPrefix(cidr.prefix),
  });
  return [id, { cidr: association.cidrBlock, association }];
}

function associateIpv6(
  scope: Construct,
  vpc: Vpc,
  { id, source }: Ipv6Block,
  ipam: IpamMade,
): [string, BlockMade] {
  const association = new VpcIpv6CidrBlockAssociation(scope, `aws_vpc_ipv6_cidr_block_association.${id}`, {
    vpcId: vpc.id,
    ...associationArguments(source, ipam),
  });
  return [id, { cidr: association.ipv6CidrBlock, association }];
}
