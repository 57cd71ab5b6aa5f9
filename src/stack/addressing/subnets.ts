import { Subnet as AwsSubnet, type SubnetConfig } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Construct } from "constructs";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { Subnet, SubnetIpv4, SubnetIpv6, Tier } from "../../model/types/subnets.ts";
import { Fn } from "../engine.ts";
import { ownershipOf } from "../existing/ownership-of.ts";
import { ReferencedSubnet } from "../existing/referenced-subnet.ts";
import { withNameTag } from "../name-tag.ts";
import { omitNull } from "../omit-null.ts";
import { type Made, resourceFor, type SubnetMade, type VpcMade } from "../resources.ts";
import { ipv4Cidr } from "./ipv4-cidr.ts";

/**
 * Makes the subnets of all tiers that are not managed outside this stack; returns all by logical id. An IPv6 block is cut from the
 * VPC's at apply, when it is known.
 */
export function addSubnets(scope: Construct, network: Network, made: VpcMade): Made<SubnetMade> {
  return new Map(
    network.tiers.flatMap((tier) =>
      tier.subnets.map((subnet) => [subnet.id, addSubnet(scope, network, tier, subnet, made)]),
    ),
  );
}

function addSubnet(
  scope: Construct,
  network: Network,
  tier: Tier,
  subnet: Subnet,
  made: VpcMade,
): SubnetMade {
  const address = terraformAddress("aws_subnet", subnet.id);
  const owner = ownershipOf(network, address);
  if (owner.kind === "external") return new ReferencedSubnet(scope, subnet.id, owner.id);
  const construct = new AwsSubnet(scope, address, {
    vpcId: made.vpc.id,
    availabilityZone: subnet.zone.name,
    ...omitNull({ outpostArn: tier.outpostArn }),
    ...(subnet.ipv4 === null ? { ipv6Native: true } : ipv4Arguments(tier, subnet.ipv4, made)),
    ...(subnet.ipv6 === null ? {} : ipv6Arguments(tier, subnet.ipv6, made)),
    privateDnsHostnameTypeOnLaunch: tier.privateDnsHostnameTypeOnLaunch,
    tags: withNameTag(subnet.displayName, subnet.tags),
  });
  allocateFromPools(construct, tier, subnet);
  return construct;
}

/**
 * The pools record the blocks that the address plan gives, so no netmask length is written, which would let the pools
 * choose. The arguments are younger than the bindings.
 */
function allocateFromPools(construct: AwsSubnet, tier: Tier, { ipv4, ipv6 }: Subnet): void {
  if (ipv4 !== null && tier.ipv4IpamPoolId !== null)
    construct.addOverride("ipv4_ipam_pool_id", tier.ipv4IpamPoolId);
  if (ipv6 !== null && tier.ipv6IpamPoolId !== null)
    construct.addOverride("ipv6_ipam_pool_id", tier.ipv6IpamPoolId);
}

/** An additional block is written as text, not by reference, so the subnet must be told to wait for it. */
function ipv4Arguments(tier: Tier, ipv4: SubnetIpv4, made: VpcMade): Partial<SubnetConfig> {
  const { association } = resourceFor(made.ipv4Blocks, ipv4.block);
  return {
    cidrBlock: ipv4Cidr(ipv4, made),
    ...omitNull({
      mapPublicIpOnLaunch: tier.mapPublicIpOnLaunch || null,
      enableResourceNameDnsARecordOnLaunch: tier.enableResourceNameDnsARecordOnLaunch || null,
      dependsOn: association === null ? null : [association],
    }),
  };
}

function ipv6Arguments(tier: Tier, ipv6: SubnetIpv6, made: VpcMade): Partial<SubnetConfig> {
  const block = resourceFor(made.ipv6Blocks, ipv6.block);
  return {
    ipv6CidrBlock: Fn.cidrsubnet(block.cidr, ipv6.newBits, ipv6.number),
    ...omitNull({
      assignIpv6AddressOnCreation: tier.assignIpv6AddressOnCreation || null,
      enableDns64: tier.enableDns64 || null,
      enableResourceNameDnsAaaaRecordOnLaunch: tier.enableResourceNameDnsAaaaRecordOnLaunch || null,
    }),
  };
}
