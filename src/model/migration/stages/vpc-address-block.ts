import type { Network } from "../../types/network.ts";
import type { Ipv6Block } from "../../types/subnets.ts";
import type { Stage } from "../stage.ts";
import { whatIsThere } from "../what-is-there.ts";

/** The stage `vpc-address-block`. */
export const vpcAddressBlockStage: Stage = {
  id: "vpc-address-block",
  title: "Give the VPC its IPv6 block",
  why: "A block of the VPC changes nothing for anybody until subnets take theirs from it. It has a stage of its own because Terraform changes the VPC before its subnets, and AWS releases no block that subnets are cut from: taken together, the two could not be taken back",
  without: withoutBlocks,
};

function withoutBlocks(network: Network): Network {
  const { vpc } = network;
  const there = whatIsThere(network);
  const isOldIpv6 = ({ id }: Ipv6Block) => there.has("aws_vpc_ipv6_cidr_block_association", id);
  return {
    ...network,
    // The pools of an IPv4 block are no part of IPv6, and the VPC needs them at every stage.
    ipam: [vpc.ipv4, ...vpc.additionalIpv4].some(({ pool }) => pool?.kind === "name") ? network.ipam : null,
    // Nothing imports an acceptance, and a pool of another account may give the block.
    resourceShareAccepters: [],
    vpc: {
      ...vpc,
      additionalIpv4: vpc.additionalIpv4.filter(({ id }) =>
        there.has("aws_vpc_ipv4_cidr_block_association", id),
      ),
      ipv6: vpc.ipv6 !== null && isOldIpv6(vpc.ipv6) ? vpc.ipv6 : null,
      additionalIpv6: vpc.additionalIpv6.filter(isOldIpv6),
    },
  };
}
