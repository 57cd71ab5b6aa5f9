import { VpcIpam } from "@cdktf/provider-aws/lib/vpc-ipam/index.js";
import { VpcIpamPool } from "@cdktf/provider-aws/lib/vpc-ipam-pool/index.js";
import {
  VpcIpamPoolCidr,
  type VpcIpamPoolCidrConfig,
} from "@cdktf/provider-aws/lib/vpc-ipam-pool-cidr/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../../base/invariant.ts";
import { formatPrefix } from "../../../base/prefix.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import type { Ipam, IpamBlock, IpamPool } from "../../../model/types/ipam.ts";
import type { Network } from "../../../model/types/network.ts";
import { withNameTag } from "../../name-tag.ts";
import { omitNull } from "../../omit-null.ts";
import { type IpamMade, resourceFor } from "../../resources.ts";
import { waitFor } from "../../wait-for.ts";

/** Makes the IPAM, its pools and their blocks; nothing when the blueprint has none. */
export function addIpam(scope: Construct, { ipam: model }: Network): IpamMade {
  const pools = new Map<string, VpcIpamPool>();
  const cidrs = new Map<string, readonly VpcIpamPoolCidr[]>();
  if (model === null) return { ipamPools: pools, ipamPoolCidrs: cidrs };
  const ipam = new VpcIpam(scope, "aws_vpc_ipam.main", {
    tier: model.tier,
    enablePrivateGua: model.enablePrivateGua,
    operatingRegions: model.operatingRegions.map((regionName) => ({ regionName })),
    tags: withNameTag(model.displayName, model.tags),
  });
  for (const pool of sourcesFirst(model)) {
    const made = addPool(scope, ipam, pool, pools);
    pools.set(pool.name, made);
    // A block comes out of the source's blocks, so those are first.
    const above = pool.source === null ? [] : resourceFor(cidrs, pool.source);
    cidrs.set(
      pool.name,
      pool.cidrs.map(
        ({ id, block }) =>
          new VpcIpamPoolCidr(scope, terraformAddress("aws_vpc_ipam_pool_cidr", id), {
            ipamPoolId: made.id,
            ...blockArguments(block),
            ...waitFor(above),
          }),
      ),
    );
  }
  return { ipamPools: pools, ipamPoolCidrs: cidrs };
}

/** The pools in an order in which each comes after its source. */
function sourcesFirst({ pools }: Ipam): readonly IpamPool[] {
  const depth = (pool: IpamPool): number => {
    const source = pools.find(({ name }) => name === pool.source);
    return source === undefined ? 0 : depth(source) + 1;
  };
  return [...pools].sort((a, b) => depth(a) - depth(b));
}

function addPool(
  scope: Construct,
  ipam: VpcIpam,
  pool: IpamPool,
  pools: ReadonlyMap<string, VpcIpamPool>,
): VpcIpamPool {
  const { allocation, publicIpSource, publiclyAdvertisable, awsService, locale } = pool;
  return new VpcIpamPool(scope, terraformAddress("aws_vpc_ipam_pool", pool.name), {
    addressFamily: pool.family,
    ipamScopeId: pool.scope === "public" ? ipam.publicDefaultScopeId : ipam.privateDefaultScopeId,
    ...(pool.source === null ? {} : { sourceIpamPoolId: resourceFor(pools, pool.source).id }),
    ...omitNull({ publicIpSource, publiclyAdvertisable, awsService, locale }),
    ...omitNull({
      allocationDefaultNetmaskLength: allocation.default,
      allocationMinNetmaskLength: allocation.min,
      allocationMaxNetmaskLength: allocation.max,
    }),
    tags: withNameTag(pool.displayName, pool.tags),
  });
}

function blockArguments(block: IpamBlock): Partial<VpcIpamPoolCidrConfig> {
  switch (block.kind) {
    case "netmask-length":
      return { netmaskLength: block.length };
    case "cidr":
      return { cidr: formatPrefix(block.cidr.prefix) };
    case "byoip": {
      const { cidr, message, signature } = block;
      return { cidr: formatPrefix(cidr.prefix), cidrAuthorizationContext: { message, signature } };
    }
    default:
      return assertNever(block);
  }
}
